/// What becomes of everything seen, with the file as it is.
public struct BypassOutcome: Codable, Sendable, Equatable {
  /// What the state covers.
  public var window: Window
  /// For how many days a line may match nothing before it is called idle.
  public var idleAfterDays: Int
  /// Refusals of class `submissionRequired`.
  public var refusals: BypassCoverage
  /// Messages that went through a port to be closed.
  public var legacySubmissions: BypassCoverage
  /// Messages whose port the log does not tell.
  public var unknownPortSubmissions: BypassCoverage

  /// Takes every part.
  public init(
    window: Window, idleAfterDays: Int, refusals: BypassCoverage = BypassCoverage(),
    legacySubmissions: BypassCoverage = BypassCoverage(), unknownPortSubmissions: BypassCoverage = BypassCoverage()
  ) {
    self.window = window
    self.idleAfterDays = idleAfterDays
    self.refusals = refusals
    self.legacySubmissions = legacySubmissions
    self.unknownPortSubmissions = unknownPortSubmissions
  }
}
