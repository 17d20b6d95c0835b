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
  /// `smtpd` is the service behind postscreen.
  static func port(ofService name: String, _ services: [ListenerService]) -> UInt16? {
    if let known = services.first(where: { $0.name == name }) { return UInt16(exactly: known.port) }
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
