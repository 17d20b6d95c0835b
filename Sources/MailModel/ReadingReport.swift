/// How much of what was read into a state was understood, of the logs that reach into the days by which its report answers.
public struct ReadingReport: Codable, Sendable, Equatable {
  /// Their lines.
  public var lines: Int
  /// Those of them that were not understood.
  public var unread: Int
  /// Logs that hold only summary lines.
  public var summaryLevel: Int

  /// Takes every part.
  public init(lines: Int, unread: Int, summaryLevel: Int) {
    self.lines = lines
    self.unread = unread
    self.summaryLevel = summaryLevel
  }
}
