public import MailModel

/// When nobody will be left on the ports to be closed, if things go on as they did.
public enum ZeroForecast: Sendable, Equatable {
  /// The straight line through the last days is at zero on this day.
  case day(CivilDate)
  /// Nobody is left on the last day.
  case reached
  /// The line does not fall, or so slowly that it says nothing within ten years.
  case notFalling
  /// Fewer than `fewest` days are known.
  case tooFewDays

  /// The days that a line needs: two weekends are among them.
  public static let fewest = 14
  /// The days that the line is laid through, counted from the last: what was long ago says little.
  public static let most = 28
  /// How far ahead a forecast may lie, in days.
  public static let horizon = 3650

  /// Lays a line of least squares through `users` of the last days.
  ///
  /// The days follow one another without a gap, as `BurnDown` gives them, and each looks back on a whole week of logs.
  /// All is reckoned in whole numbers, so that the same figures give the same day on every machine.
  public static func of(_ days: [BurnDownDay]) -> ZeroForecast {
    guard let last = days.last, days.count >= fewest else { return .tooFewDays }
    guard last.users > 0 else { return .reached }
    let points = days.suffix(most).map(\.users)
    let n = points.count
    var sumX = 0
    var sumY = 0
    var sumXX = 0
    var sumXY = 0
    for (x, y) in points.enumerated() {
      sumX += x
      sumY += y
      sumXX += x * x
      sumXY += x * y
    }
    // The slope is -fall / spread.
    let fall = sumX * sumY - n * sumXY
    let spread = n * sumXX - sumX * sumX
    guard fall > 0 else { return .notFalling }
    let divisor = n * fall
    let zero = (sumY * spread + sumX * fall + divisor - 1) / divisor
    // Somebody is left on the last day, so a line that is at zero earlier still means a day to come.
    let ahead = max(1, zero - (n - 1))
    guard ahead <= horizon else { return .notFalling }
    return .day(CivilDate(daysSinceEpoch: last.day.daysSinceEpoch + ahead))
  }
}
