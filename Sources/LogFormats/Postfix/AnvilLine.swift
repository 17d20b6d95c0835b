internal import ByteScanning
internal import MailModel

/// Reads anvil's statistics, which name the master.cf service of a connection:
/// `statistics: max connection rate 1/60s for (submission:192.0.2.11) at Nov 23 16:25:26`.
enum AnvilLine {
  /// Fills the event with everything but time and the first word of the key.
  static func read(_ line: borrowing Span<UInt8>, from start: Int, into event: inout LogEvent) -> LineOutcome {
    guard line.hasPrefix("statistics: max connection ", at: start) else { return .ignored }
    guard let open = PostfixText.anvilFor.first(in: line, from: start + 27),
      let close = PostfixText.anvilAt.last(in: line, from: open + PostfixText.anvilFor.count)
    else { return .malformed }
    let begin = open + PostfixText.anvilFor.count
    guard let colon = separator(line, from: begin, to: close), colon > begin, colon + 1 < close,
      isStamp(line, from: close + PostfixText.anvilAt.count)
    else { return .malformed }
    event.kind = .anvilPeak
    event.code = 0
    event.first = ByteRange(begin, colon)
    let bracketed = line[colon + 1] == UInt8(ascii: "[") && line[close - 1] == UInt8(ascii: "]")
    event.second = bracketed ? ByteRange(colon + 2, close - 1) : ByteRange(colon + 1, close)
    event.third = ByteRange(close + PostfixText.anvilAt.count, line.count)
    event.fourth = .none
    event.counters = CommandCounters()
    event.key.low = 0
    event.key.lane = 0
    return .event
  }

  /// Whether `Nov 23 16:25:26` or `Nov  3 16:25:26` stands here up to the end of the line.
  ///
  /// It is text of anvil's own: what another program may have written in its name is no moment.
  private static func isStamp(_ line: borrowing Span<UInt8>, from start: Int) -> Bool {
    var end = line.count
    while end > start, line[end - 1] == 32 { end -= 1 }
    guard end == start + 15, line[start + 3] == 32, line[start + 6] == 32, line[start + 9] == 58, line[start + 12] == 58
    else { return false }
    let name = UInt32(line[start]) << 16 | UInt32(line[start + 1]) << 8 | UInt32(line[start + 2])
    let isDay = line[start + 4] == 32 ? line[start + 5] &- 49 < 9 : isTwo(line, start + 4, most: 31)
    return SyslogClock.month(named: name) != nil && isDay && isTwo(line, start + 7, most: 23)
      && isTwo(line, start + 10, most: 59) && isTwo(line, start + 13, most: 60)
  }

  /// Whether two digits stand here that make no more than this.
  private static func isTwo(_ line: borrowing Span<UInt8>, _ i: Int, most: UInt8) -> Bool {
    let (tens, ones) = (line[i] &- 48, line[i + 1] &- 48)
    return tens < 10 && ones < 10 && tens * 10 + ones <= most
  }

  /// Index of the colon between service and client.
  ///
  /// Either may hold colons: `192.0.2.1:587:203.0.113.5`, `smtpd:2001:db8::1`, `[2001:db8::25]:587:2001:db8::1`.
  private static func separator(_ line: borrowing Span<UInt8>, from start: Int, to end: Int) -> Int? {
    if line[end - 1] == UInt8(ascii: "]") {
      var i = end - 1
      while i > start, line[i] != UInt8(ascii: "[") { i -= 1 }
      return i > start && line[i - 1] == 58 ? i - 1 : nil
    }
    var last: Int?
    var dotted = false
    for i in start..<end {
      if line[i] == 58 {
        last = i
        dotted = false
      } else if line[i] == 46 {
        dotted = true
      }
    }
    // IPv4 behind the last colon, unless it is the tail of an IPv6 address (`::ffff:192.0.2.1`).
    if dotted, let last, last == start || line[last - 1] != 58, !isMapped(line, from: start, to: last) { return last }
    var i = start
    if line[i] == UInt8(ascii: "[") {
      while i < end, line[i] != UInt8(ascii: "]") { i += 1 }
      i += 1
      guard i < end else { return nil }
      return nextColon(line, from: i + 1, to: end)
    }
    guard let first = nextColon(line, from: start, to: end) else { return nil }
    var isHost = false
    for k in start..<first where line[k] == 46 { isHost = true }
    return isHost ? nextColon(line, from: first + 1, to: end) : first
  }

  /// Whether `ffff` with a colon before it stands right before this index.
  private static func isMapped(_ line: borrowing Span<UInt8>, from start: Int, to colon: Int) -> Bool {
    guard colon - 6 > start else { return false }
    for i in colon - 4..<colon where line[i] | 0x20 != UInt8(ascii: "f") { return false }
    return line[colon - 5] == 58 && line[colon - 6] == 58
  }

  private static func nextColon(_ line: borrowing Span<UInt8>, from start: Int, to end: Int) -> Int? {
    var i = start
    while i < end {
      if line[i] == 58 { return i }
      i += 1
    }
    return nil
  }
}
