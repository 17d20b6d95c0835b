import MailModel

/// What each port of a Postfix takes, as its services and parameters say.
enum PostfixPorts {
  /// The ports on which an smtpd listens; nothing when the services, or whether they begin with TLS, are not known, nor where a proxy
  /// stands in front of one on a port of its own.
  static func list(_ evidence: PostfixEvidence) -> [PreflightPort]? {
    guard let services = evidence.services, !services.contains(where: { evidence.hidesPort($0) }) else { return nil }
    var ports: [PreflightPort] = []
    for service in services {
      guard let isTLS = try? evidence.flag("smtpd_tls_wrappermode", of: service) else { return nil }
      let auth = try? evidence.flag("smtpd_sasl_auth_enable", of: service)
      let level = try? evidence.tlsLevel(service)
      let isTLSFirst = try? evidence.flag("smtpd_tls_auth_only", of: service)
      let isClear = level == "encrypt" || isTLSFirst == true ? false : both(level.map { _ in true }, isTLSFirst.map(!))
      let own = PreflightPort(
        port: service.port, implicitTLS: isTLS,
        authBehindStarttls: isTLS ? false : both(auth, level.map { $0 != "none" }),
        authInClear: isTLS ? false : both(auth, isClear))
      // Two services of one port, each at an address of its own: what either takes, the port may take.
      if let place = ports.firstIndex(where: { $0.port == own.port }) {
        ports[place].implicitTLS = ports[place].implicitTLS || own.implicitTLS
        ports[place].authBehindStarttls = either(ports[place].authBehindStarttls, own.authBehindStarttls)
        ports[place].authInClear = either(ports[place].authInClear, own.authInClear)
      } else {
        ports.append(own)
      }
    }
    return ports
  }

  private static func both(_ a: Bool?, _ b: Bool?) -> Bool? {
    if a == false || b == false { return false }
    return a == nil ? nil : b
  }

  private static func either(_ a: Bool?, _ b: Bool?) -> Bool? {
    if a == true || b == true { return true }
    return a == nil ? nil : b
  }
}
