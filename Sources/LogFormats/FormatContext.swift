public import MailModel

/// What is known of a file beside its lines.
public struct FormatContext: Sendable, Equatable {
  /// The day of the file, for stamps that hold a time only.
  public var day: CivilDate?
  /// Milliseconds since midnight of the first stamp of the file's day, to know when a time-only stamp lies on the next day.
  public var firstMillisecondOfDay: Int64?
  /// Whether the file begins with lines of the evening before `day`.
  public var beginsBeforeMidnight = false
  /// Whether a file with its day in the name goes on behind the midnight that ends that day.
  public var midnight = MidnightPassing.never
  /// Whether that midnight lies before the place where reading begins.
  public var beginsBehindMidnight = false
  /// Milliseconds since midnight of the last stamp before the place where reading goes on, on the day `day`.
  public var continuesAt: Int64?
  /// The last day that a stamp without year can have (usually the day the file was last changed).
  public var lastDay: CivilDate
  /// The year of stamps without one, when the administrator gives it (`--year`).
  public var year: Int?
  /// Offset from UTC in seconds that the file itself tells; `LogTime.offsetUnknown` if it does not.
  public var offset: Int32
  /// Whether the day came from the file name, so that every piece of the file has it.
  public var dayIsFromName: Bool
  /// Whether every stamp carries its own day.
  public var stampsCarryDay: Bool

  /// Takes what is known.
  public init(
    day: CivilDate? = nil, firstMillisecondOfDay: Int64? = nil, lastDay: CivilDate, year: Int? = nil,
    offset: Int32 = LogTime.offsetUnknown, dayIsFromName: Bool = false, stampsCarryDay: Bool = false
  ) {
    self.day = day
    self.firstMillisecondOfDay = firstMillisecondOfDay
    self.lastDay = lastDay
    self.year = year
    self.offset = offset
    self.dayIsFromName = dayIsFromName
    self.stampsCarryDay = stampsCarryDay
  }
}
