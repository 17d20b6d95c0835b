/// What became of a line.
///
/// Every line is in exactly one of these boxes, and the report prints their sums.
public enum LineOutcome: UInt8, Sendable, CaseIterable {
  /// It says something the report needs; the event was filled in.
  case event
  /// It was understood and is not needed.
  case ignored
  /// Its form is not known.
  case unrecognised
  /// Its form is known and its content is broken.
  case malformed
}
