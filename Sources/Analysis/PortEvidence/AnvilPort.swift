public import MailModel

/// Anvil counted this connection under the name of its master.cf service:
/// `statistics: max connection rate 1/60s for (submission:192.0.2.11) at Nov 23 16:25:26`.
public enum AnvilPort: PortEvidenceRule {
  /// `anvil`.
  public static let evidence = PortEvidence.anvil

  /// The port of the service that anvil named.
  public static func port(_ facts: SessionPortFacts, _ context: PortContext) -> UInt16? {
    facts.anvilPort == 0 ? nil : facts.anvilPort
  }

  /// The port of a service name in master.cf.
  ///
  /// `smtpd` is the service behind postscreen. A client from elsewhere is behind a proxy where the service listens on loopback
  /// (`127.0.0.1:10587`), or where the list of services says so: a port that clients do not use by themselves tells nothing then.
  static func port(
    ofService name: String, of client: IPAddress? = nil, _ services: [ListenerService] = [],
    _ policy: PortPolicy = PortPolicy()
  ) -> UInt16? {
    let known = services.first { $0.name == name }
    if known?.hidesPort(policy) == true { return nil }
    guard let port = known.flatMap({ UInt16(exactly: $0.port) }) ?? port(named: name) else { return nil }
    let isUsual = policy.isSubmission(Int(port)) || policy.legacyPorts.contains(Int(port))
    return !isUsual && client?.isLoopback == false && ListenerService.isOnLoopback(name) ? nil : port
  }

  private static func port(named name: String) -> UInt16? {
    let service = name.lastIndex(of: ":").map { String(name[name.index(after: $0)...]) } ?? name
    switch service {
    case "smtp", "smtpd": return 25
    case "submission": return 587
    case "submissions", "smtps", "ssmtp", "urd": return 465
    default: return UInt16(service).flatMap { $0 > 0 ? $0 : nil }
    }
  }

  /// Counted, and not counted.
  public static var examples: [(facts: SessionPortFacts, context: PortContext, port: UInt16?)] {
    [
      (SessionPortFacts(anvilPort: 587, label: "postfix"), PortContext(), 587),
      (SessionPortFacts(label: "postfix"), PortContext(), nil),
    ]
  }
}
