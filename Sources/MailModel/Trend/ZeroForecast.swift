/// When nobody will be left on the ports to be closed, if things go on as they did: a straight line, and no promise.
public struct ZeroForecast: Codable, Sendable, Equatable {
  /// What the line says.
  public enum Outcome: String, Codable, Sendable, CaseIterable {
    /// The line is at zero on `day`.
    case day
    /// Nobody was left on the last day.
    case reached
    /// Nobody is known to be left, but ports of users are unknown, or most of the last seven days have no logs.
    case unclear
    /// The line does not fall, or so slowly that it says nothing within ten years.
    case notFalling
    /// Fewer than `fewest` days are known.
    case tooFewDays
  }

  /// A straight line through the last days.
  public struct Line: Codable, Sendable, Equatable {
    /// The first day that it was laid through.
    public var from: CivilDate
    /// Its height on that day, rounded.
    public var users: Int
    /// Through how many days it was laid.
    public var days: Int

    /// Takes every part.
    public init(from: CivilDate, users: Int, days: Int) {
      self.from = from
      self.users = users
      self.days = days
    }
  }

  /// What the line says.
  public var outcome: Outcome
  /// When it is at zero, for `day` alone.
  public var day: CivilDate?
  /// The line, for `day` alone.
  public var line: Line?

  /// Takes every part.
  public init(_ outcome: Outcome, day: CivilDate? = nil, line: Line? = nil) {
    self.outcome = outcome
    self.day = day
    self.line = line
  }
}
