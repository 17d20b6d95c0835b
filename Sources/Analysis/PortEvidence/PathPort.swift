public import MailModel

/// The administrator said which port a file belongs to (`--port-of-path 'submission/*=587'`).
public enum PathPort: PortEvidenceRule {
  /// `path`.
  public static let evidence = PortEvidence.path

  /// The port given for the file.
  public static func port(_ facts: SessionPortFacts, _ context: PortContext) -> UInt16? {
    facts.pathPort == 0 ? nil : facts.pathPort
  }

  /// A file with and one without a port.
  public static var examples: [(facts: SessionPortFacts, context: PortContext, port: UInt16?)] {
    [(SessionPortFacts(pathPort: 587), PortContext(), 587), (SessionPortFacts(), PortContext(), nil)]
  }
}
