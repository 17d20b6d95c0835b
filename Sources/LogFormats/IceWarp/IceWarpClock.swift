import ByteScanning
import MailModel

/// Reads the stamps of a file and knows on which day a time-only stamp lies.
///
/// `00:02:10` carries no day. A dated file name gives it, and a stamp more than twelve hours before the first of that day
/// lies on the next day; of a file that goes on behind midnight the stamps are counted on. Without a dated name the days are counted by the clock's falling back, and each greeting that has
/// a date sets them right.
struct IceWarpClock: Sendable {
  /// The form that the last line had.
  var form = IceWarpStampForm.time
  private let offset: Int32
  private let firstOfDay: Int64?
  private let dayIsFromName: Bool
  private let passing: MidnightPassing
  /// A stamp that is earlier than the last one by more than this lies on the next day.
  private let fall: Int64
  private var midnight: Int64
  private var lastOfDay: Int64 = -1
  /// Whether the lines of the evening before have not ended yet.
  private var isBeforeMidnight: Bool
  /// Whether the clock has fallen back over midnight.
  private var hasPassedMidnight = false
  /// By how many days the first greeting with a date moved the day that was counted.
  private var correction: Int?
  private let begin: CivilDate
  private var cachedWord: UInt64 = 0
  private var cachedLocal: Int64 = 0

  static let halfDay: Int64 = 43_200_000
  static let day: Int64 = 86_400_000
  /// Around midnight lines of some threads may come after later ones of others.
  static let disorder: Int64 = 300_000
  private static let evening: Int64 = 20 * 3_600_000

  /// How far the clock has to fall back for a new day.
  ///
  /// A file of one day has hardly more than its begin after midnight; any other may be quiet from the evening to the
  /// morning, and its clock is set back by an hour in autumn.
  static func fall(_ dayIsFromName: Bool) -> Int64 { dayIsFromName ? halfDay : 3 * 3_600_000 }

  /// A clock that counts the days from this one on.
  init(counting day: CivilDate, fall: Int64) {
    offset = LogTime.offsetUnknown
    firstOfDay = nil
    dayIsFromName = false
    passing = .never
    self.fall = fall
    isBeforeMidnight = false
    begin = day
    midnight = Int64(day.daysSinceEpoch) * IceWarpClock.day
  }

  init(context: FormatContext) {
    offset = context.offset
    firstOfDay = context.firstMillisecondOfDay
    dayIsFromName = context.dayIsFromName
    fall = IceWarpClock.fall(context.dayIsFromName)
    isBeforeMidnight = context.dayIsFromName && context.beginsBeforeMidnight
    begin = context.day ?? context.lastDay
    midnight = Int64(begin.daysSinceEpoch) * IceWarpClock.day
    passing = context.dayIsFromName ? context.midnight : .never
    if context.dayIsFromName, context.beginsBehindMidnight {
      midnight += IceWarpClock.day
      lastOfDay = 0
      hasPassedMidnight = true
    }
    if !context.dayIsFromName, let continued = context.continuesAt {
      lastOfDay = continued
      hasPassedMidnight = true
    }
  }

  /// Where a file whose stamps hold a time alone goes on.
  var continuation: (day: CivilDate, millisecond: Int64)? {
    guard !dayIsFromName, lastOfDay >= 0 else { return nil }
    return (CivilDate(daysSinceEpoch: Int(midnight.dividedDown(by: IceWarpClock.day))), lastOfDay)
  }

  /// The day of the first line, when the days were counted: the first greeting with a date moves it, else the last line lies
  /// on the given day.
  func firstDay(endingOn last: CivilDate) -> CivilDate? {
    guard let end = continuation?.day else { return nil }
    return CivilDate(
      daysSinceEpoch: begin.daysSinceEpoch + (correction ?? last.daysSinceEpoch - end.daysSinceEpoch))
  }

  /// The form of the stamp that begins here and the index after it.
  static func form(of line: borrowing Span<UInt8>, from start: Int) -> (IceWarpStampForm, Int)? {
    for form in IceWarpStampForm.allCases {
      if let end = form.end(line, from: start) { return (form, end) }
    }
    return nil
  }

  /// The stamp that begins here, or nothing when its digits are no time.
  @inline(__always)
  mutating func read(_ line: borrowing Span<UInt8>, from start: Int) -> LogTime? {
    // Many lines share a second.
    if form == .time, start &+ 8 <= line.count, line.word64(at: start) == cachedWord {
      return LogTime(local: cachedLocal, offset: offset)
    }
    return readAnew(line, from: start)
  }

  private mutating func readAnew(_ line: borrowing Span<UInt8>, from start: Int) -> LogTime? {
    switch form {
    case .time:
      guard start &+ 8 <= line.count else { return nil }
      let word = line.word64(at: start)
      guard let inDay = IceWarpClock.millisecondOfDay(line, from: start) else { return nil }
      cachedWord = word
      cachedLocal = place(inDay)
      return LogTime(local: cachedLocal, offset: offset)
    case .timeDetailed:
      guard let inDay = IceWarpClock.millisecondOfDay(line, from: start) else { return nil }
      return LogTime(local: place(inDay + IceWarpClock.fraction(line, from: start + 9)), offset: offset)
    case .rfc822:
      guard let (day, inDay, zone) = IceWarpClock.rfc822(line, from: start) else { return nil }
      return LogTime(local: Int64(day.daysSinceEpoch) * IceWarpClock.day + inDay, offset: zone)
    case .scientific:
      return IceWarpClock.scientific(line, from: start, offset: offset)
    }
  }

  /// Puts a time of day on its day.
  private mutating func place(_ inDay: Int64) -> Int64 {
    if dayIsFromName {
      if isBeforeMidnight, isOfEveningBefore(inDay) { return midnight - IceWarpClock.day + inDay }
      if passing != .never { return placeAroundMidnight(inDay) }
      if let first = firstOfDay, inDay + IceWarpClock.halfDay < first { return midnight + IceWarpClock.day + inDay }
      return midnight + inDay
    }
    if lastOfDay >= 0, inDay + fall < lastOfDay {
      midnight += IceWarpClock.day
      hasPassedMidnight = true
    } else if hasPassedMidnight, isLate(inDay) {
      return midnight - IceWarpClock.day + inDay
    }
    lastOfDay = inDay
    return midnight + inDay
  }

  /// Puts a time of a file that goes on behind the midnight of the day in its name, surely or perhaps, on its day.
  private mutating func placeAroundMidnight(_ inDay: Int64) -> Int64 {
    if IceWarpClock.isNextDay(inDay, behind: lastOfDay, isSure: passing == .surely) {
      midnight += IceWarpClock.day
      hasPassedMidnight = true
    } else if hasPassedMidnight, isLate(inDay) {
      return midnight - IceWarpClock.day + inDay
    } else if !hasPassedMidnight, let first = firstOfDay, inDay + IceWarpClock.halfDay < first {
      return midnight + IceWarpClock.day + inDay
    }
    lastOfDay = inDay
    return midnight + inDay
  }

  /// Whether midnight lies between two stamps of a file with its day in the name; unless that is known otherwise, the first
  /// is of the evening and the second right behind midnight.
  static func isNextDay(_ inDay: Int64, behind last: Int64, isSure: Bool) -> Bool {
    inDay + halfDay < last && (isSure || inDay < disorder && last >= evening)
  }

  /// Whether a stamp right before midnight comes after one right behind it.
  private func isLate(_ inDay: Int64) -> Bool {
    lastOfDay >= 0 && lastOfDay < IceWarpClock.disorder && inDay >= IceWarpClock.day - IceWarpClock.disorder
  }

  /// Whether a stamp at the begin of a file is of the evening before; the first ones behind midnight end that evening.
  private mutating func isOfEveningBefore(_ inDay: Int64) -> Bool {
    if inDay >= IceWarpClock.halfDay, lastOfDay < 0 || isLate(inDay) { return true }
    lastOfDay = inDay
    isBeforeMidnight = inDay < IceWarpClock.disorder
    return false
  }

  /// Sets the day by a greeting with a date, whose stamp was read last at this local time; nothing where the day is known
  /// or the date is not that of the stamp.
  ///
  /// A name's day may be that of the first lines alone.
  mutating func follow(_ line: borrowing Span<UInt8>, _ local: Int64) -> Int64? {
    guard !dayIsFromName || passing == .perhaps, form == .time || form == .timeDetailed,
      let (greeted, inGreeted, _) = IceWarpClock.greetingDate(line),
      let day = IceWarpClock.day(of: local, greeted: greeted, inGreeted)
    else { return nil }
    if dayIsFromName {
      // Stamps of the evening before are known by themselves.
      guard day > begin.daysSinceEpoch else { return nil }
      hasPassedMidnight = true
    }
    let counted = Int(local.dividedDown(by: IceWarpClock.day))
    if correction == nil { correction = day - counted }
    let inDay = local - Int64(counted) * IceWarpClock.day
    midnight = Int64(day) * IceWarpClock.day
    lastOfDay = inDay
    cachedLocal = midnight + inDay
    return cachedLocal
  }

  /// The date at the end of a greeting: `…; Mon, 16 May 2011 00:02:10 +0300`.
  static func greetingDate(_ line: borrowing Span<UInt8>) -> (CivilDate, Int64, Int32)? {
    for start in [line.count - 31, line.count - 30] where start > 0 {
      if let found = rfc822(line, from: start) { return found }
    }
    return nil
  }

  /// The day on which a stamp lies, by a greeting that was sent within minutes of it; nothing when it was not.
  static func day(of local: Int64, greeted day: CivilDate, _ inGreeted: Int64) -> Int? {
    let patience: Int64 = 600_000
    let apart = inGreeted - (local - local.dividedDown(by: IceWarpClock.day) * IceWarpClock.day)
    if abs(apart) <= patience { return day.daysSinceEpoch }
    // "00:00:01" in the greeting of 23:59:59, or the other way round.
    if apart < patience - IceWarpClock.day { return day.daysSinceEpoch - 1 }
    return apart > IceWarpClock.day - patience ? day.daysSinceEpoch + 1 : nil
  }

  /// Milliseconds since midnight of `hh:mm:ss`; a leap second 60 counts as 59.
  static func millisecondOfDay(_ line: borrowing Span<UInt8>, from start: Int) -> Int64? {
    guard start >= 0, start &+ 8 <= line.count, line[start &+ 2] == 0x3a, line[start &+ 5] == 0x3a,
      let h = two(line, start), let m = two(line, start &+ 3), let s = two(line, start &+ 6), h < 24, m < 60, s <= 60
    else { return nil }
    return (h &* 3600 &+ m &* 60 &+ min(s, 59)) &* 1000
  }

  private static func fraction(_ line: borrowing Span<UInt8>, from start: Int) -> Int64 {
    var value: Int64 = 0
    var scale: Int64 = 100
    var i = start
    while i < line.count, line[i] &- 0x30 < 10, scale > 0 {
      value += Int64(line[i] &- 0x30) * scale
      scale /= 10
      i += 1
    }
    return value
  }

  /// `Thu, 22 Apr 2004 22:01:42 +0200`: day, milliseconds since midnight, offset in seconds.
  static func rfc822(_ line: borrowing Span<UInt8>, from start: Int) -> (CivilDate, Int64, Int32)? {
    var i = start + 5
    guard start >= 0, start + 30 <= line.count, line[start + 3] == 0x2c else { return nil }
    var day = 0
    while i < line.count, line[i] &- 0x30 < 10 {
      day = day * 10 + Int(line[i] &- 0x30)
      i += 1
      if day > 31 { return nil }
    }
    guard i + 23 <= line.count, let month = month(line, i + 1), let century = two(line, i + 5),
      let years = two(line, i + 7),
      let date = CivilDate(year: Int(century * 100 + years), month: month, day: day),
      let inDay = millisecondOfDay(line, from: i + 10), line[i + 18] == 0x20,
      let zone = zone(line, from: i + 19)
    else { return nil }
    return (date, inDay, zone)
  }

  /// `+0200` in seconds.
  static func zone(_ line: borrowing Span<UInt8>, from start: Int) -> Int32? {
    guard start >= 0, start + 5 <= line.count, line[start] == 0x2b || line[start] == 0x2d,
      let h = two(line, start + 1), let m = two(line, start + 3), h < 24, m < 60
    else { return nil }
    let seconds = Int32(h * 3600 + m * 60)
    return line[start] == 0x2b ? seconds : -seconds
  }

  private static func scientific(_ line: borrowing Span<UInt8>, from start: Int, offset: Int32) -> LogTime? {
    // The fourteen digits of year to second, whatever stands between them, then fraction and offset.
    var digits: (Int64, Int64) = (0, 0)
    var seen = 0
    var i = start
    while i < line.count, seen < 14 {
      let c = line[i]
      if c &- 0x30 < 10 {
        if seen < 8 { digits.0 = digits.0 * 10 + Int64(c &- 0x30) } else { digits.1 = digits.1 * 10 + Int64(c &- 0x30) }
        seen += 1
      }
      i += 1
    }
    let (date, time) = digits
    guard seen == 14, let day = CivilDate(year: Int(date / 10000), month: Int(date / 100 % 100), day: Int(date % 100)),
      time / 10000 < 24, time / 100 % 100 < 60, time % 100 <= 60
    else { return nil }
    var inDay = (time / 10000 * 3600 + time / 100 % 100 * 60 + min(time % 100, 59)) * 1000
    if i < line.count, line[i] == 0x2e || line[i] == 0x2c {
      inDay += fraction(line, from: i + 1)
      i += 1
      while i < line.count, line[i] &- 0x30 < 10 { i += 1 }
    }
    var own = offset
    if i < line.count, line[i] == 0x5a {
      own = 0
    } else if i < line.count, let zone = zone(line, from: i) {
      own = zone
    } else if i + 6 <= line.count, line[i] == 0x2b || line[i] == 0x2d, line[i + 3] == 0x3a, let h = two(line, i + 1),
      let m = two(line, i + 4)
    {
      own = Int32(h * 3600 + m * 60) * (line[i] == 0x2b ? 1 : -1)
    }
    return LogTime(local: Int64(day.daysSinceEpoch) * IceWarpClock.day + inDay, offset: own)
  }

  private static func month(_ line: borrowing Span<UInt8>, _ start: Int) -> Int? {
    guard start >= 0, start + 4 <= line.count else { return nil }
    // Three letters and the space behind them, as one word: "Jan ".
    switch line.word32(at: start) {
    case 0x206e_614a: return 1
    case 0x2062_6546: return 2
    case 0x2072_614d: return 3
    case 0x2072_7041: return 4
    case 0x2079_614d: return 5
    case 0x206e_754a: return 6
    case 0x206c_754a: return 7
    case 0x2067_7541: return 8
    case 0x2070_6553: return 9
    case 0x2074_634f: return 10
    case 0x2076_6f4e: return 11
    case 0x2063_6544: return 12
    default: return nil
    }
  }

  @inline(__always)
  private static func two(_ line: borrowing Span<UInt8>, _ i: Int) -> Int64? {
    let a = line[i] &- 0x30
    let b = line[i &+ 1] &- 0x30
    return a < 10 && b < 10 ? Int64(a &* 10 &+ b) : nil
  }
}
