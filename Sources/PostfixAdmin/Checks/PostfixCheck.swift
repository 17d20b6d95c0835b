public import MailModel

/// One thing to know about a Postfix before users are moved, PF1 onwards.
public protocol PostfixCheck: PreflightCheck where Evidence == PostfixEvidence {
  /// The parameters it asks for.
  var parameters: [String] { get }
  /// The ports whose services it looks at.
  var ports: [Int] { get }
}

extension PostfixCheck {
  /// Most look at main.cf alone, or at all services.
  public var ports: [Int] { [] }

  /// What main.cf sets, and beside it what a service overrides: `submission: smtpd_tls_auth_only`.
  public func settings(_ evidence: PostfixEvidence) -> [PreflightSetting] {
    var found: [PreflightSetting] = []
    if let known = evidence.settings {
      found = parameters.map { PreflightSetting(name: $0, value: known.value($0).map { String($0.prefix(400)) }) }
    }
    for service in evidence.services ?? [] where ports.contains(service.port) {
      for name in parameters {
        guard let value = service.options[name] else { continue }
        found.append(PreflightSetting(name: "\(service.name): \(name)", value: String(value.prefix(400))))
      }
    }
    return found
  }

  /// Names of services with their ports: `submission (587)`.
  static func list(_ services: [ListenerService]) -> String {
    services.map { "\($0.name) (\($0.port))" }.joined(separator: ", ")
  }
}
