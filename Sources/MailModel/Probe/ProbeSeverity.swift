/// How much hangs on a check.
public enum ProbeSeverity: String, Sendable, Codable, CaseIterable {
  /// Nobody may be told to move before it passes.
  case blocker
  /// Hurts many users.
  case high
  /// Hurts some.
  case medium
  /// Good to know.
  case info
}
