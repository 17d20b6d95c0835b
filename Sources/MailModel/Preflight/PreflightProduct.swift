/// Whose settings were read.
public enum PreflightProduct: String, Sendable, Codable, CaseIterable {
  /// IceWarp Server.
  case icewarp
  /// Postfix.
  case postfix
}
