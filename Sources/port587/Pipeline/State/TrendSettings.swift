import Analysis
import MailModel

/// What the trend of a report shall show.
struct TrendSettings: Sendable {
  /// What the last days are compared with.
  var comparison: TrendComparison?
  /// Whether nothing is compared, in place of an error, where the days to compare with are too late.
  var comparesWherePossible = false
  /// By how many days waves and verdict are judged.
  var recentDays = TrendWindows.usualRecentDays
  /// From which day on the ports are closed.
  var cutover: CivilDate?

  init(_ options: AuditOptions) {
    comparison = options.compareTo?.comparison
    recentDays = options.waveDays ?? TrendWindows.usualRecentDays
    cutover = options.cutover?.day
  }

  /// The windows over these days; nothing where there are none.
  func windows(_ days: [Int], _ window: ClosedRange<Int64>?) throws(AuditFault) -> TrendWindows? {
    guard let first = days.min(), let last = days.max() else { return nil }
    let since = window.flatMap { $0.lowerBound == Int64.min ? nil : Int($0.lowerBound) }
    if let windows = TrendWindows(logs: first...last, since: since, comparison: comparison, recentDays: recentDays) {
      return windows
    }
    guard comparesWherePossible,
      let windows = TrendWindows(logs: first...last, since: since, recentDays: recentDays)
    else {
      let after = TrendWindows(logs: first...last, since: since, recentDays: recentDays)?.after ?? last...last
      throw .badComparison(
        from: CivilDate(daysSinceEpoch: after.lowerBound), to: CivilDate(daysSinceEpoch: after.upperBound))
    }
    return windows
  }
}
