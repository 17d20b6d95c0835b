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

  static func claim(_ facts: SessionPortFacts, _ context: PortContext) -> (UInt16, PortEvidence) {
    for rule in all {
      if let port = rule.port(facts, context) { return (port, rule.evidence) }
    }
    return (0, .none)
  }
}
