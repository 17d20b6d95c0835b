import MailModel

/// The days that a trend looks at, as days since 1970-01-01.
public struct TrendWindows: Sendable, Equatable {
  /// How many days are recent when nobody says.
  public static let usualRecentDays = 14
  /// The window after, when the report has no begin of its own, in days.
  public static let usualSpan = BurnDown.span
  /// More days back nobody asks, and a broken clock may have written them.
  public static let most = 3660

  /// The first day with logs.
  public let first: Int
  /// The last day with logs.
  public let last: Int
  /// The first day that the burn-down may show.
  public let begin: Int
  /// The days by which waves and verdict are judged.
  public let recent: ClosedRange<Int>
  /// The window before, where one is compared.
  public let before: ClosedRange<Int>?
  /// The window after.
  public let after: ClosedRange<Int>

  /// Works out the windows.
  ///
  /// - Parameters:
  ///   - logs: first and last day with logs.
  ///   - since: the day with which the report begins, where it does.
  /// - Returns: nothing when the day to compare with does not lie before the window after.
  public init?(
    logs: ClosedRange<Int>, since: Int? = nil, comparison: TrendComparison? = nil,
    recentDays: Int = TrendWindows.usualRecentDays
  ) {
    let last = logs.upperBound
    self.last = last
    first = max(logs.lowerBound, last - TrendWindows.most)
    let span = since.map { max(1, last - $0 + 1) } ?? TrendWindows.usualSpan
    after = (last - span + 1)...last
    recent = (last - recentDays + 1)...last
    begin = max(since ?? first, first + BurnDown.span - 1)
    switch comparison {
    case nil: before = nil
    case .previous: before = (after.lowerBound - span)...(after.lowerBound - 1)
    case .day(let day):
      let end = day.daysSinceEpoch
      guard end < after.lowerBound else { return nil }
      before = (end - span + 1)...end
    }
  }
}
