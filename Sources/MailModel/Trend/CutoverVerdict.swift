/// Whether the ports may be closed on the day that was settled.
public struct CutoverVerdict: Codable, Sendable, Equatable {
  /// The answer in a word.
  public enum Answer: String, Codable, Sendable, CaseIterable {
    /// Nobody would be cut off.
    case go
    /// Somebody would be.
    case noGo
    /// Nobody is known to be, but unknown ports, silent users or missing logs leave it open.
    case unclear
  }

  /// The day from which on the ports are closed.
  public var day: CivilDate
  /// The answer, as things are on the last day.
  public var answer: Answer
  /// Whether the forecast is at zero on that day at the latest; nothing when there is no forecast.
  public var isForecastInTime: Bool?

  /// Takes every part.
  public init(day: CivilDate, answer: Answer, isForecastInTime: Bool?) {
    self.day = day
    self.answer = answer
    self.isForecastInTime = isForecastInTime
  }
}
