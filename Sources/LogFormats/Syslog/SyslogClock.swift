internal import MailModel

/// Reads the stamps of syslog lines and remembers the last day, because the next line is mostly of the same one.
struct SyslogClock: Sendable {
  private let lastDay: CivilDate
  private let limit: CivilDate
  private let year: Int?
  private let offset: Int32
  private var knownKey = -1
  private var knownDayStart: Int64 = 0

  /// Takes what is known of the file.
  init(context: FormatContext) {
    lastDay = context.lastDay
    limit = CivilDate(daysSinceEpoch: context.lastDay.daysSinceEpoch + 1)
    year = context.year
    offset = context.offset
  }

  /// The time of a line, or nothing when no calendar or clock has it.
  mutating func time(of line: borrowing Span<UInt8>, header: borrowing SyslogHeader) -> LogTime? {
    header.isISO ? isoTime(of: line, header: header) : monthTime(of: line, header: header)
  }

  /// `Nov 23 16:29:25`, `Nov  3 16:29:25`, `Nov 3 16:29:25`, each perhaps with a fraction.
  private mutating func monthTime(of line: borrowing Span<UInt8>, header: borrowing SyslogHeader) -> LogTime? {
    let start = header.stampStart
    var day = Int(line[start + 4] &- 48)
    var clock = start + 6
    if line[start + 5] != 32 {
      guard let second = digit(line, start + 5) else { return nil }
      if line[start + 4] == 32 { day = 0 } else if day > 3 { return nil }
      day = day * 10 + second
      clock = start + 7
    }
    guard day >= 1, day <= 31 else { return nil }
    let name = UInt32(line[start]) << 16 | UInt32(line[start + 1]) << 8 | UInt32(line[start + 2])
    let key = Int(name) << 8 | day
    if key != knownKey {
      guard let month = SyslogClock.month(named: name), let date = date(month: month, day: day) else { return nil }
      knownDayStart = Int64(date.daysSinceEpoch) * 86_400_000
      knownKey = key
    }
    guard let milliseconds = clockTime(line, from: clock, to: header.stampEnd)?.milliseconds else { return nil }
    return LogTime(local: knownDayStart + milliseconds, offset: offset)
  }

  /// `2026-11-23T16:29:25.572449+00:00`, with or without fraction (`.` or `,`), offset `Z`, `+00:00`, `+0000` or none.
  private mutating func isoTime(of line: borrowing Span<UInt8>, header: borrowing SyslogHeader) -> LogTime? {
    let start = header.stampStart
    guard let century = number(line, start), let rest = number(line, start + 2), let month = number(line, start + 5),
      let day = number(line, start + 8)
    else { return nil }
    let key = ((century * 100 + rest) * 100 + month) * 100 + day + (1 << 33)
    if key != knownKey {
      guard let date = CivilDate(year: century * 100 + rest, month: month, day: day) else { return nil }
      knownDayStart = Int64(date.daysSinceEpoch) * 86_400_000
      knownKey = key
    }
    guard let (milliseconds, end) = clockTime(line, from: start + 11, to: header.stampEnd) else { return nil }
    var zone = offset
    if end < header.stampEnd {
      guard let said = SyslogClock.zone(line, from: end, to: header.stampEnd) else { return nil }
      zone = said
    }
    return LogTime(local: knownDayStart + milliseconds, offset: zone)
  }

  /// Milliseconds since midnight, and the index behind the fraction.
  private func clockTime(
    _ line: borrowing Span<UInt8>, from start: Int, to end: Int
  ) -> (milliseconds: Int64, end: Int)? {
    guard let hour = number(line, start), let minute = number(line, start + 3), let second = number(line, start + 6),
      hour < 24, minute < 60, second < 61
    else { return nil }
    var i = start + 8
    var fraction = 0
    if i < end, line[i] == 46 || line[i] == 44 {
      i += 1
      var weight = 100
      while i < end, let d = digit(line, i) {
        fraction += d * weight
        weight /= 10
        i += 1
      }
    }
    return (Int64((hour * 60 + minute) * 60 + second) * 1000 + Int64(fraction), i)
  }

  /// The day of a stamp without year: the latest that is not after the day behind the file's last one.
  private func date(month: Int, day: Int) -> CivilDate? {
    if let year { return CivilDate(year: year, month: month, day: day) }
    let later = (month, day) > (limit.month, limit.day) && limit.year == lastDay.year
    var candidate = later ? lastDay.year - 1 : lastDay.year
    for _ in 0..<9 {
      if let date = CivilDate(year: candidate, month: month, day: day) { return date }
      guard month == 2, day == 29 else { return nil }
      candidate -= 1
    }
    return nil
  }

  private static func zone(_ line: borrowing Span<UInt8>, from start: Int, to end: Int) -> Int32? {
    if line[start] == UInt8(ascii: "Z") { return start + 1 == end ? 0 : nil }
    let sign: Int32 = line[start] == UInt8(ascii: "-") ? -1 : 1
    guard sign < 0 || line[start] == UInt8(ascii: "+") else { return nil }
    let colon = end - start == 6
    guard end - start == 5 || colon && line[start + 3] == 58 else { return nil }
    var digits: Int32 = 0
    for i in start + 1..<end where !(colon && i == start + 3) {
      let c = line[i] &- 48
      guard c < 10 else { return nil }
      digits = digits * 10 + Int32(c)
    }
    guard digits / 100 < 24, digits % 100 < 60 else { return nil }
    return sign * (digits / 100 * 3600 + digits % 100 * 60)
  }

  /// A month by its three letters as one number, `Nov` as 0x4e6f76.
  static func month(named name: UInt32) -> Int? {
    switch name {
    case 0x4a616e: 1  // Jan
    case 0x466562: 2
    case 0x4d6172: 3
    case 0x417072: 4
    case 0x4d6179: 5
    case 0x4a756e: 6
    case 0x4a756c: 7
    case 0x417567: 8
    case 0x536570: 9
    case 0x4f6374: 10
    case 0x4e6f76: 11
    case 0x446563: 12
    default: nil
    }
  }

  private func digit(_ line: borrowing Span<UInt8>, _ i: Int) -> Int? {
    let c = line[i] &- 48
    return c < 10 ? Int(c) : nil
  }

  private func number(_ line: borrowing Span<UInt8>, _ i: Int) -> Int? {
    let tens = line[i] &- 48
    let ones = line[i + 1] &- 48
    return tens < 10 && ones < 10 ? Int(tens) * 10 + Int(ones) : nil
  }
}
