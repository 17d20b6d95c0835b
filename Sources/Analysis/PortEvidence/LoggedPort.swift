public import MailModel

/// The log names the server's port: `Connected, local IP=192.0.2.1:587`.
public enum LoggedPort: PortEvidenceRule {
  /// `logged`.
  public static let evidence = PortEvidence.logged

  /// The logged port.
  public static func port(_ facts: SessionPortFacts, _ context: PortContext) -> UInt16? {
    facts.loggedPort == 0 ? nil : facts.loggedPort
  }

  /// A line with and a line without port.
  public static var examples: [(facts: SessionPortFacts, context: PortContext, port: UInt16?)] {
    [
      (SessionPortFacts(loggedPort: 587), PortContext(), 587),
      (SessionPortFacts(listener: IPAddress("192.0.2.1")), PortContext(), nil),
    ]
  }
}
