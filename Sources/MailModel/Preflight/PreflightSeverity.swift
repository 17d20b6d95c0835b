/// How much hangs on a setting.
public enum PreflightSeverity: String, Sendable, Codable, CaseIterable {
  /// Must be right before the switch is turned.
  case blocker
  /// Hurts a group of users or devices.
  case high
  /// Hurts some, or on some days.
  case medium
  /// Good to know.
  case info
}
