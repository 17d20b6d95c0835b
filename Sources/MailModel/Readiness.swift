/// How far an identity has moved, over the window of the report.
///
/// Raw values are those of `report.json`.
public enum Readiness: String, Codable, Sendable, CaseIterable, Hashable {
  /// Submits on a submission port and nowhere else.
  case ready
  /// Submits on both, or some device of it was refused after it moved.
  case moving
  /// Submits on a port to be closed, and on no submission port.
  case notReady
  /// Was refused, and nothing it sent since went through.
  case blocked
  /// The ports are not known, so none of the others can be said.
  case unknown
}
