/// Days that are looked at together.
public struct TrendWindow: Codable, Sendable, Equatable {
  /// The first day, in the log's own clock.
  public var from: CivilDate
  /// The last day.
  public var to: CivilDate
  /// On how many of them a session began; without logs nothing can be said of a day.
  public var daysWithLogs: Int

  /// Takes every part.
  public init(from: CivilDate, to: CivilDate, daysWithLogs: Int) {
    self.from = from
    self.to = to
    self.daysWithLogs = daysWithLogs
  }
}
