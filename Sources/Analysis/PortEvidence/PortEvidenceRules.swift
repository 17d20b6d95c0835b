import MailModel

/// The registry: one line for each rule, the strongest first.
///
/// What the log itself says stands before what the administrator says of files and addresses, and that before what is
/// concluded.
public enum PortEvidenceRules {
  /// Every rule, in the order in which they are asked.
  public static let all: [any PortEvidenceRule.Type] = [
    LoggedPort.self,
    PostscreenPort.self,
    ServiceLabelPort.self,
    PathPort.self,
    ListenerAddressPort.self,
    ServicesPort.self,
    CalibratedPort.self,
    ImplicitTLSPort.self,
    AnvilPort.self,
  ]

  /// What holds of a client that a front handed on: what the administrator named, and not what shows the way from the front to here.
  private static let behindFront: [any PortEvidenceRule.Type] = [ServiceLabelPort.self, PathPort.self]

  static func claim(_ facts: SessionPortFacts, _ context: PortContext) -> (UInt16, PortEvidence) {
    for rule in facts.isHandedOn ? behindFront : all {
      if let port = rule.port(facts, context) { return (port, rule.evidence) }
    }
    return (0, .none)
  }
}
