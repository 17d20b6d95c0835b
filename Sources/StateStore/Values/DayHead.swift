/// A day on which something was counted, and the check sum of what.
public struct DayHead: Sendable, Equatable {
  /// Days since 1970-01-01 in the log's own clock.
  public var day: Int64
  /// The check sum of its row.
  public var check: Int64

  /// Takes every part.
  public init(day: Int64, check: Int64) {
    self.day = day
    self.check = check
  }
}
