/// How an identity's use of the ports differs between two windows.
///
/// *Affected* is who is `notReady`, `moving` or `blocked` in a window.
public enum Movement: String, Codable, Sendable, CaseIterable {
  /// Affected after, not before, and never earlier.
  case newlyAffected
  /// Affected after, not before, but earlier than that.
  case cameBack
  /// Affected before and after.
  case stillThere
  /// Affected before, `ready` after.
  case moved
  /// Affected before, not seen after.
  case goneSilent
  /// Affected in one window, and on unknown ports in the other.
  case unclear
}
