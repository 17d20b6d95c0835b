public import MailModel

/// One way to know the port of a session: a file in this folder, and a line in `PortEvidenceRules`.
public protocol PortEvidenceRule: Sendable {
  /// Under which name the claim stands in the report.
  static var evidence: PortEvidence { get }

  /// The port, or nothing when this rule cannot tell it.
  static func port(_ facts: SessionPortFacts, _ context: PortContext) -> UInt16?

  /// Sessions whose port this rule tells, and sessions of which it must say nothing.
  static var examples: [(facts: SessionPortFacts, context: PortContext, port: UInt16?)] { get }
}
