/// Where the parts in front of the text of a syslog line lie.
///
/// ```
/// Nov 23 16:29:25 mail postfix/smtpd[4156]: connect from …          RFC 3164
/// <22>Nov  3 16:29:25 mail postfix/smtpd[4156]: …                   with the priority of the wire
/// Nov 23 16:29:25 <mail.info> mail postfix/smtpd[4156]: …           BSD syslogd -v
/// Nov 23 16:29:25 mail mail.info postfix/smtpd[4156]: …             BusyBox
/// 2026-11-23T16:29:25.572449+00:00 mail postfix/smtpd[4156]: …      RFC 3339
/// 2026-11-23T16:29:25+0000 mail postfix/smtpd[4156]: …              journalctl -o short-iso
/// postfix-1  | Nov 23 16:29:25 mail postfix/smtpd[4156]: …          docker compose logs
/// ```
///
/// Only the shape is looked at; whether the day exists is asked when the time is needed (`SyslogClock`).
struct SyslogHeader {
  /// Index after the name of the container in front, or 0 where there is none.
  var containerEnd = 0
  /// Index of the first byte of the stamp.
  var stampStart = 0
  /// Index after the last byte of the stamp.
  var stampEnd = 0
  /// Whether the stamp is a date of ISO 8601; otherwise it begins with the name of a month.
  var isISO = false
  /// Index of the first byte of the host name.
  var hostStart = 0
  /// Index after the last byte of the host name.
  var hostEnd = 0
  /// Index of the first byte of the program's tag.
  var tagStart = 0
  /// Index after the tag: of `[`, `:` or a space, or the end of the line.
  var tagEnd = 0
  /// Index of the last `/` in the tag, or -1.
  var lastSlash = -1

  /// Finds the parts, or nothing when this is no syslog line; a container's name may stand in front.
  @inline(__always)
  static func find(in line: borrowing Span<UInt8>) -> SyslogHeader? {
    if let header = SyslogHeader(line, from: 0) { return header }
    guard let start = behindContainerName(line) else { return nil }
    var header = SyslogHeader(line, from: start)
    var end = start - 2
    while end > 0, line[end - 1] == 32 { end -= 1 }
    header?.containerEnd = end
    return header
  }

  /// Index behind `postfix-1  | `, when the line begins like this.
  private static func behindContainerName(_ line: borrowing Span<UInt8>) -> Int? {
    var i = 0
    let limit = min(line.count - 2, 80)
    while i < limit {
      if line[i] == UInt8(ascii: "|") { return i > 0 && line[i - 1] == 32 && line[i + 1] == 32 ? i + 2 : nil }
      i += 1
    }
    return nil
  }

  @inline(__always)
  private init?(_ line: borrowing Span<UInt8>, from start: Int) {
    let count = line.count
    var i = start
    guard count >= i &+ 17 else { return nil }
    if line[i] == UInt8(ascii: "<") {
      i &+= 1
      while i < start &+ 4, line[i] &- 48 < 10 { i &+= 1 }
      guard i > start &+ 1, line[i] == UInt8(ascii: ">"), count >= i &+ 18 else { return nil }
      i &+= 1
    }
    stampStart = i
    let head = line[i]
    if head &- 65 < 26 {
      guard line[i &+ 3] == 32 else { return nil }
      let time = line[i &+ 5] == 32 ? i &+ 6 : i &+ 7
      guard line[time &- 1] == 32, time &+ 8 < count, line[time &+ 2] == 58, line[time &+ 5] == 58 else { return nil }
      i = time &+ 8
      if line[i] != 32 {
        guard line[i] == 46 else { return nil }
        i &+= 1
        while i < count, line[i] &- 48 < 10 { i &+= 1 }
      }
    } else if head &- 48 < 10 {
      guard i &+ 20 < count, line[i &+ 4] == 45, line[i &+ 7] == 45, line[i &+ 13] == 58, line[i &+ 16] == 58,
        line[i &+ 10] == UInt8(ascii: "T") || line[i &+ 10] == 32
      else { return nil }
      isISO = true
      i &+= 19
      let limit = min(count, i &+ 20)
      while i < limit, line[i] != 32 { i &+= 1 }
    } else {
      return nil
    }
    guard i < count, line[i] == 32 else { return nil }
    stampEnd = i
    i &+= 1
    if i < count, line[i] == UInt8(ascii: "<") {
      while i < count, line[i] != 32 { i &+= 1 }
      i &+= 1
    }
    hostStart = i
    while i < count, line[i] != 32 { i &+= 1 }
    guard i > hostStart, i &+ 1 < count else { return nil }
    hostEnd = i
    tagStart = i &+ 1
    scanTag(line)
    if tagEnd < count, line[tagEnd] == 32, isPriorityName(line, from: tagStart, to: tagEnd) {
      tagStart = tagEnd &+ 1
      scanTag(line)
    }
  }

  @inline(__always)
  private mutating func scanTag(_ line: borrowing Span<UInt8>) {
    var i = tagStart
    var slash = -1
    let count = line.count
    while i < count {
      let c = line[i]
      if c == UInt8(ascii: "[") || c == UInt8(ascii: ":") || c == 32 { break }
      if c == UInt8(ascii: "/") { slash = i }
      i &+= 1
    }
    tagEnd = i
    lastSlash = slash
  }

  /// Whether this word is a facility with its level, `mail.info`.
  private func isPriorityName(_ line: borrowing Span<UInt8>, from start: Int, to end: Int) -> Bool {
    var dots = 0
    for i in start..<end {
      let c = line[i]
      if c == 46 { dots += 1 } else if c &- 97 >= 26, c &- 48 >= 10 { return false }
    }
    return dots == 1
  }
}
