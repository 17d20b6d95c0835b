/// How much of what was seen the whole file lets pass.
public struct BypassCoverage: Codable, Sendable, Equatable {
  /// All that was seen.
  public var seen: Int
  /// What passes by one line or another.
  public var pass: Int
  /// What may pass; the logs do not tell.
  public var undecided: Int

  /// Takes every part.
  public init(seen: Int = 0, pass: Int = 0, undecided: Int = 0) {
    self.seen = seen
    self.pass = pass
    self.undecided = undecided
  }
}
