/// How sure a guess is.
public enum Confidence: String, Codable, Sendable, CaseIterable, Hashable {
  /// Hardly more than a hint.
  case low
  /// Likely.
  case medium
  /// As good as certain.
  case high
}
