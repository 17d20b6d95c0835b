internal import MailModel

/// Numbers, addresses and stamps in stretches of a line, without making text of them.
enum FieldBytes {
  /// A decimal number, or nothing when the stretch is empty, too long or holds anything else.
  @inline(__always)
  static func number(_ line: borrowing Span<UInt8>, _ range: Range<Int>) -> Int? {
    guard !range.isEmpty, range.count < 16 else { return nil }
    var value = 0
    for i in range {
      let digit = line[i] &- 48
      guard digit < 10 else { return nil }
      value = value &* 10 &+ Int(digit)
    }
    return value
  }

  /// A TCP port, which is not 0.
  @inline(__always)
  static func port(_ line: borrowing Span<UInt8>, _ range: Range<Int>) -> UInt16? {
    number(line, range).flatMap { $0 > 0 ? UInt16(exactly: $0) : nil }
  }

  /// What stands behind a name that begins at an index, up to the next blank: `DPT=587 `.
  @inline(__always)
  static func value(_ line: borrowing Span<UInt8>, _ at: Int, _ name: BytePattern) -> Range<Int> {
    let start = at &+ name.count
    var end = start
    while end < line.count, line[end] != 32 { end &+= 1 }
    return start..<end
  }

  /// An address.
  @inline(__always)
  static func address(_ line: borrowing Span<UInt8>, _ range: Range<Int>) -> IPAddress? {
    range.isEmpty ? nil : IPAddress(line.extracting(range))
  }

  /// `1763916601`, `1763916601.123456`: seconds since 1970, as milliseconds.
  @inline(__always)
  static func epoch(_ line: borrowing Span<UInt8>, _ range: Range<Int>) -> LogTime? {
    var dot = range.lowerBound
    while dot < range.upperBound, line[dot] != 46 { dot &+= 1 }
    guard let seconds = number(line, range.lowerBound..<dot), seconds < 1 << 40 else { return nil }
    return LogTime(local: Int64(seconds) * 1000 + fraction(line, dot, range.upperBound), offset: 0)
  }

  /// `2026-11-23 17:00:01`, with `T` or a space, perhaps with a fraction and `Z`.
  static func stamp(_ line: borrowing Span<UInt8>, _ range: Range<Int>) -> LogTime? {
    let s = range.lowerBound
    guard range.count >= 19, line[s + 4] == 45, line[s + 7] == 45, line[s + 13] == 58, line[s + 16] == 58,
      let year = number(line, s..<s + 4), let month = number(line, s + 5..<s + 7),
      let day = number(line, s + 8..<s + 10), let date = CivilDate(year: year, month: month, day: day),
      let clock = clock(line, s + 11)
    else { return nil }
    let isUTC = line[range.upperBound - 1] == UInt8(ascii: "Z")
    return LogTime(
      local: Int64(date.daysSinceEpoch) * 86_400_000 + clock + fraction(line, s + 19, range.upperBound),
      offset: isUTC ? 0 : LogTime.offsetUnknown)
  }

  /// `17:00:01` at this index, as milliseconds since midnight; the caller knows that eight bytes are there.
  @inline(__always)
  static func clock(_ line: borrowing Span<UInt8>, _ at: Int) -> Int64? {
    guard let hour = number(line, at..<at + 2), let minute = number(line, at + 3..<at + 5),
      let second = number(line, at + 6..<at + 8), hour < 24, minute < 60, second < 61
    else { return nil }
    return Int64((hour * 60 + minute) * 60 + second) * 1000
  }

  /// The milliseconds of `.123456` at this index, 0 when there is no point.
  @inline(__always)
  static func fraction(_ line: borrowing Span<UInt8>, _ at: Int, _ end: Int) -> Int64 {
    guard at < end, line[at] == 46 || line[at] == 44 else { return 0 }
    var value: Int64 = 0
    var weight: Int64 = 100
    var i = at + 1
    while i < end, weight > 0, line[i] &- 48 < 10 {
      value += Int64(line[i] &- 48) * weight
      weight /= 10
      i += 1
    }
    return value
  }

  /// The stretches between separators; runs of spaces count once, tabs and commas each time.
  static func split(
    _ line: borrowing Span<UInt8>, at separator: UInt8, from start: Int = 0, into fields: inout [Range<Int>]
  ) {
    fields.removeAll(keepingCapacity: true)
    var begin = start
    var i = start
    let count = line.count
    while i < count {
      if line[i] == separator {
        if separator != 32 || i > begin { fields.append(begin..<i) }
        begin = i &+ 1
      }
      i &+= 1
    }
    if separator != 32 || count > begin { fields.append(begin..<count) }
  }

  /// Whether a stretch is exactly this text.
  @inline(__always)
  static func equals(_ line: borrowing Span<UInt8>, _ range: Range<Int>, _ text: BytePattern) -> Bool {
    range.count == text.count && text.matches(line, at: range.lowerBound)
  }

  /// The names of a heading's columns, in lower case and without spaces around.
  static func names(_ line: borrowing Span<UInt8>, _ fields: [Range<Int>]) -> [[UInt8]] {
    fields.map { range in
      var name: [UInt8] = []
      for i in range where line[i] != 32 { name.append(line[i] &- 65 < 26 ? line[i] | 0x20 : line[i]) }
      return name
    }
  }

  /// The place of a column in a heading.
  static func place(_ names: [[UInt8]], _ name: StaticString) -> Int? {
    names.firstIndex { $0.elementsEqual("\(name)".utf8) }
  }
}
