/// What the reading of a setting came to.
public enum PreflightVerdict: String, Sendable, Codable, CaseIterable {
  /// As it should be.
  case pass
  /// Not as it should be.
  case fail
  /// Works, with something to look at.
  case warn
  /// Not known: the input does not say it; the detail says why.
  case notRun
}
