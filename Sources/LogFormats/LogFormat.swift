public import MailModel

/// One server's log: which files are of it, and what each of their lines says.
///
/// A format is free of files, clocks and unsafe memory. It is a value made for one file (or one piece of it), so that it
/// can keep what makes the next line cheaper to read.
public protocol LogFormat: Sendable {
  /// The name in `--log-format`, `report.json` and `port587 formats`.
  static var identifier: String { get }

  /// Whether pieces of one file may be read at the same time: every line names its session and its day is known
  /// without the lines before it.
  static var isCuttable: Bool { get }

  /// Whether the head of a file is of this format, and if not, why not.
  static func recognises(_ sample: LogSample) -> Recognition

  /// What can be told of a file from its head and name: its day, its offset from UTC.
  static func context(for sample: LogSample, defaults: FormatContext) -> FormatContext

  /// Makes a parser for one file or piece.
  init(context: FormatContext)

  /// How many of the lines that gave an event say that a message was taken, and nothing else of its session.
  var summaries: Int { get }

  /// Day and millisecond of the last stamp, when the next line of the file cannot be dated without it.
  var continuation: (day: CivilDate, millisecond: Int64)? { get }

  /// Whether the days of a file may have to be counted from line to line, as stamps with a time alone demand.
  static var countsDays: Bool { get }

  /// The day of the first line of a file that was read from its begin and whose days were counted: by the date that its
  /// first dated line told, else so that the last line lies on the given day.
  func firstDay(endingOn last: CivilDate) -> CivilDate?

  /// The names of the hosts whose lines were read, by the first word of the keys of their sessions; of many only some.
  var hosts: [UInt64: [UInt8]] { get }

  /// Reads one line (without LF and the CR before it) and fills in the event when there is one.
  ///
  /// On any outcome but `.event` the content of `event` is unspecified.
  mutating func parse(_ line: borrowing Span<UInt8>, into event: inout LogEvent) -> LineOutcome

  /// Whether `sift` tells anything.
  static var siftsLines: Bool { get }

  /// Which of up to 64 lines have to be read, one bit for each; of the others `parse` would say `.ignored`, now and later.
  ///
  /// The first line begins at `start`; line `i` of `lines` ends before its LF at `ends[i]`. See `LineConsumer`. What else
  /// was found out of a line that has to be read is named by a number that `parse(_:kind:into:)` understands.
  func sift(
    _ stretch: borrowing Span<UInt8>, from start: Int, ends: borrowing Span<UInt32>, lines: Range<Int>,
    naming named: inout SiftedKinds
  ) -> UInt64

  /// Reads a line of which `sift` has told something: the outcome is that of `parse`.
  mutating func parse(_ line: borrowing Span<UInt8>, kind: UInt8, into event: inout LogEvent) -> LineOutcome

  /// Whether lines of the log that `parse` ignores say what becomes of a message behind its session.
  static var hasDeliveries: Bool { get }

  /// Whether such lines are wanted: then `sift` says that they have to be read.
  var keepsDeliveries: Bool { get set }

  /// The number (see `QueueID`) of the message that a line is of which `parse(_:kind:into:)` has just said `.ignored`; nothing
  /// when that is not told at once, and only `readDelivery` can tell.
  func message(of line: borrowing Span<UInt8>, kind: UInt8) -> UInt64?

  /// Reads a line of which `parse` has just said `.ignored`; false when it says nothing of a message.
  mutating func readDelivery(_ line: borrowing Span<UInt8>, into event: inout LogEvent) -> Bool
}

extension LogFormat {
  /// It tells nothing.
  public static var siftsLines: Bool { false }

  /// All of them.
  public func sift(
    _ stretch: borrowing Span<UInt8>, from start: Int, ends: borrowing Span<UInt32>, lines: Range<Int>,
    naming named: inout SiftedKinds
  ) -> UInt64 { UInt64.max }

  /// Reads it like any other line.
  @inlinable
  public mutating func parse(_ line: borrowing Span<UInt8>, kind: UInt8, into event: inout LogEvent) -> LineOutcome {
    parse(line, into: &event)
  }

  /// What becomes of a message stands in the session that brings it, or nowhere.
  public static var hasDeliveries: Bool { false }

  /// There are none.
  public var keepsDeliveries: Bool {
    get { false }
    set {}
  }

  /// It is not told.
  public func message(of line: borrowing Span<UInt8>, kind: UInt8) -> UInt64? { nil }

  /// It says nothing of the kind.
  public mutating func readDelivery(_ line: borrowing Span<UInt8>, into event: inout LogEvent) -> Bool { false }

  /// None: its lines name no host.
  public var hosts: [UInt64: [UInt8]] { [:] }

  /// None: it has no such lines.
  public var summaries: Int { 0 }

  /// Every line tells its day, or the file does.
  public static var countsDays: Bool { false }

  /// Nothing: every line tells its day, or the file does.
  public func firstDay(endingOn last: CivilDate) -> CivilDate? { nil }

  /// Nothing: every line tells its day, or the file does.
  public var continuation: (day: CivilDate, millisecond: Int64)? { nil }
}
