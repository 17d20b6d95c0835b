public import MailModel

/// One thing to know about a Postfix before users are moved, PF1 onwards.
public protocol PostfixCheck: Sendable {
  /// For instance `PF3`.
  var id: String { get }
  /// How much hangs on it.
  var severity: PreflightSeverity { get }
  /// The phase that must not begin before it is right.
  var phase: PreflightPhase { get }
  /// What should be so.
  var title: PreflightText { get }
  /// Why it matters to the move.
  var why: PreflightText { get }
  /// The parameters it asks for.
  var parameters: [String] { get }
  /// The ports whose services it looks at.
  var ports: [Int] { get }
  /// How to put it right.
  var advice: PreflightAdvice { get }

  /// Judges what is known.
  func judge(_ evidence: PostfixEvidence) throws(PreflightUnknown) -> PreflightJudgement
}

extension PostfixCheck {
  /// Most look at main.cf alone, or at all services.
  public var ports: [Int] { [] }

  /// The finding as it stands in the report.
  func finding(_ evidence: PostfixEvidence, in language: Language) -> PreflightFinding {
    let judgement: PreflightJudgement
    do throws(PreflightUnknown) {
      judgement = try judge(evidence)
    } catch {
      judgement = PreflightJudgement(.notRun, error.reason)
    }
    return PreflightFinding(
      id: id, severity: severity, phase: phase, title: title, why: why, advice: advice, judgement: judgement,
      settings: settings(evidence), in: language)
  }

  /// What main.cf sets, and beside it what a service overrides: `submission: smtpd_tls_auth_only`.
  private func settings(_ evidence: PostfixEvidence) -> [PreflightSetting] {
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
