/// Which days a block puts together, and of what it was made.
public struct BlockHead: Sendable, Hashable {
  /// Number of the part.
  public var part: Int64
  /// Its first day, in days since 1970-01-01 in the log's own clock.
  public var first: Int64
  /// How many days it has, those on which nothing was counted among them.
  public var length: Int64
  /// On how many of them something was counted.
  public var days: Int64
  /// The sum of the check sums of these days.
  public var madeOf: Int64

  /// Takes every part.
  public init(part: Int64, first: Int64, length: Int64, days: Int64, madeOf: Int64) {
    self.part = part
    self.first = first
    self.length = length
    self.days = days
    self.madeOf = madeOf
  }

  /// The head that a block of these days has.
  public init(part: Int64, first: Int64, length: Int64, of days: some Sequence<DayHead>) {
    self.init(part: part, first: first, length: length, days: 0, madeOf: 0)
    for day in days where (first..<first + length).contains(day.day) {
      self.days += 1
      madeOf &+= day.check
    }
  }

  /// Its last day.
  public var last: Int64 { first + length - 1 }
}
