internal import ByteScanning
internal import MailModel

/// Reads what postscreen says; it writes the server's own address and port, which smtpd never does.
///
/// ```
/// CONNECT from [192.0.2.11]:53122 to [192.0.2.1]:25
/// PASS OLD [192.0.2.11]:53122
/// ```
enum PostscreenLine {
  private static let passed: [StaticString] = ["PASS OLD [", "PASS NEW [", "ALLOWLISTED [", "WHITELISTED ["]

  /// Fills the event with everything but time and the first word of the key.
  static func read(_ line: borrowing Span<UInt8>, from start: Int, into event: inout LogEvent) -> LineOutcome {
    event.code = 0
    event.second = .none
    event.third = .none
    event.counters = CommandCounters()
    if line.hasPrefix("CONNECT from [", at: start) {
      guard let client = client(line, from: start + 14, into: &event),
        line.hasPrefix(" to [", at: client)
      else { return .malformed }
      let address = client + 5
      var i = address
      while i < line.count, line[i] != UInt8(ascii: "]") { i += 1 }
      guard i > address, let (port, end) = port(line, behind: i), end == line.count else { return .malformed }
      event.kind = .postscreenConnected
      event.second = ByteRange(address, i)
      event.code = port
      return .event
    }
    for word in passed where line.hasPrefix(word, at: start) {
      event.kind = .postscreenPassed
      return client(line, from: start + word.utf8CodeUnitCount, into: &event) == line.count ? .event : .malformed
    }
    if line.hasPrefix("DISCONNECT [", at: start) {
      guard client(line, from: start + 12, into: &event) == line.count else {
        return .malformed
      }
      event.kind = .disconnected
      event.first = event.fourth
      event.fourth = .none
      return .event
    }
    if line.hasPrefix("NOQUEUE: reject: ", at: start) {
      return refused(line, from: start + 17, into: &event)
    }
    return .ignored
  }

  /// Reads a refusal of postscreen itself.
  ///
  /// `RCPT from [192.0.2.11]:60591: 550 5.7.1 Service unavailable; client [192.0.2.11] blocked using …; from=<…>, to=<…>, proto=ESMTP, helo=<…>`
  private static func refused(_ line: borrowing Span<UInt8>, from start: Int, into event: inout LogEvent) -> LineOutcome
  {
    var i = start
    while i < line.count, line[i] != 32 { i += 1 }
    guard line.hasPrefix(" from ", at: i), i + 6 < line.count,
      let end = client(line, from: i + 6 + 1, into: &event), line.hasPrefix(": ", at: end)
    else { return .malformed }
    event.kind = .refused
    event.first = .none
    let begin = end + 2
    // `CONNECT from [192.0.2.11]:60591: too many connections` has no reply code and no user behind it.
    guard begin < line.count, line[begin] &- 48 < 10 else { return .ignored }
    return PostfixRefusalText.read(line, from: begin, into: &event) ? .event : .malformed
  }

  /// Reads `192.0.2.11]:53122`, whose bracket lies before; returns the index behind it.
  private static func client(_ line: borrowing Span<UInt8>, from start: Int, into event: inout LogEvent) -> Int? {
    var i = start
    while i < line.count, line[i] != UInt8(ascii: "]"), line[i] != 32 { i += 1 }
    guard i > start, let (_, end) = port(line, behind: i) else { return nil }
    event.first = ByteRange(start - 1, end)
    event.fourth = ByteRange(start, i)
    event.key.low = HostHash.hash(line, from: start, to: end)
    event.key.lane = 0
    return end
  }

  /// Reads `]:53122`.
  private static func port(_ line: borrowing Span<UInt8>, behind bracket: Int) -> (port: UInt16, end: Int)? {
    guard bracket + 1 < line.count, line[bracket] == UInt8(ascii: "]"), line[bracket + 1] == 58 else { return nil }
    var i = bracket + 2
    var value = 0
    while i < line.count, line[i] &- 48 < 10, value <= 0xffff {
      value = value * 10 + Int(line[i] &- 48)
      i += 1
    }
    guard i > bracket + 2, value <= 0xffff else { return nil }
    return (UInt16(value), i)
  }
}
