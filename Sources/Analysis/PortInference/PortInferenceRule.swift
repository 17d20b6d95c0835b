public import MailModel

/// One way to conclude the port of a session that nothing tells: a file in this folder, and a line in `PortInferenceRules`.
public protocol PortInferenceRule: Sendable {
  /// Under which name its conclusions stand in the report.
  static var rule: InferenceRule { get }

  /// The port, or nothing when this rule cannot conclude it.
  static func port(_ hints: PortHints, _ server: ServerFacts) -> UInt16?

  /// Sessions whose port this rule concludes, and sessions of which it must say nothing.
  static var examples: [(hints: PortHints, server: ServerFacts, port: UInt16?)] { get }
}
