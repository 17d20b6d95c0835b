public import MailModel

extension ZeroForecast {
  /// The days that a line needs: two weekends are among them.
  public static let fewest = 14
  /// The days that the line is laid through, counted back from the last: what was long ago says little.
  public static let most = 28
  /// How far ahead a forecast may lie, in days.
  public static let horizon = 3650

  /// Lays a line of least squares through `users` of the last days; a day without logs is no point of it.
  ///
  /// All is reckoned in whole numbers, so that the same figures give the same day on every machine.
  public static func of(_ days: [BurnDownDay]) -> ZeroForecast {
    guard let last = days.last else { return ZeroForecast(.tooFewDays) }
    // Whoever is not there any more needs no line.
    guard last.users > 0 else {
      return ZeroForecast(last.perhaps > 0 || last.daysWithLogs < 4 ? .unclear : .reached)
    }
    let end = last.day.daysSinceEpoch
    let points = days.filter { $0.hasLogs && end - $0.day.daysSinceEpoch < most }
    guard let first = points.first, points.count >= fewest else { return ZeroForecast(.tooFewDays) }
    let origin = first.day.daysSinceEpoch
    let n = points.count
    var sumX = 0
    var sumY = 0
    var sumXX = 0
    var sumXY = 0
    for point in points {
      let x = point.day.daysSinceEpoch - origin
      sumX += x
      sumY += point.users
      sumXX += x * x
      sumXY += x * point.users
    }
    // The slope is -fall / spread.
    let fall = sumX * sumY - n * sumXY
    let spread = n * sumXX - sumX * sumX
    guard fall > 0 else { return ZeroForecast(.notFalling) }
    let divisor = n * fall
    let zero = (sumY * spread + sumX * fall + divisor - 1) / divisor
    // Somebody is left on the last day, so a line that is at zero earlier still means a day to come.
    let ahead = max(1, zero - (end - origin))
    guard ahead <= horizon else { return ZeroForecast(.notFalling) }
    let height = (2 * (sumY * spread + sumX * fall) + n * spread) / (2 * n * spread)
    return ZeroForecast(
      .day, day: CivilDate(daysSinceEpoch: end + ahead), line: Line(from: first.day, users: height, days: n))
  }
}
