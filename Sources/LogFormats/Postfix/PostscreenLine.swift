internal import MailModel

/// Reads what postscreen says; it writes the server's own address and port, which smtpd never does.
///
/// ```
/// CONNECT from [192.0.2.11]:53122 to [192.0.2.1]:25
/// PASS OLD [192.0.2.11]:53122
/// ```
struct PostscreenLine {
  let text: PostfixText
  let reply: PostfixRefusalText

  /// Fills the event with everything but time and the first word of the key.
  func read(_ line: borrowing Span<UInt8>, from start: Int, into event: inout LogEvent) -> LineOutcome {
    event.code = 0
    event.second = .none
    event.third = .none
    event.counters = CommandCounters()
    if text.screenConnect.matches(line, at: start) {
      guard let client = client(line, from: start + text.screenConnect.count, into: &event),
        text.screenTo.matches(line, at: client)
      else { return .malformed }
      let address = client + text.screenTo.count
      var i = address
      while i < line.count, line[i] != UInt8(ascii: "]") { i += 1 }
      guard i > address, let (port, end) = port(line, behind: i), end == line.count else { return .malformed }
      event.kind = .postscreenConnected
      event.second = ByteRange(address, i)
      event.code = port
      return .event
    }
    for pattern in text.screenPassed where pattern.matches(line, at: start) {
      event.kind = .postscreenPassed
      return client(line, from: start + pattern.count, into: &event) == line.count ? .event : .malformed
    }
    if text.screenDisconnect.matches(line, at: start) {
      guard client(line, from: start + text.screenDisconnect.count, into: &event) == line.count else {
        return .malformed
      }
      event.kind = .disconnected
      event.first = event.fourth
      event.fourth = .none
      return .event
    }
    if text.screenReject.matches(line, at: start) {
      return refused(line, from: start + text.screenReject.count, into: &event)
    }
    return .ignored
  }

  /// Reads a refusal of postscreen itself.
  ///
  /// `RCPT from [192.0.2.11]:60591: 550 5.7.1 Service unavailable; client [192.0.2.11] blocked using …; from=<…>, to=<…>, proto=ESMTP, helo=<…>`
  private func refused(_ line: borrowing Span<UInt8>, from start: Int, into event: inout LogEvent) -> LineOutcome {
    var i = start
    while i < line.count, line[i] != 32 { i += 1 }
    guard text.from.matches(line, at: i), i + text.from.count < line.count,
      let end = client(line, from: i + text.from.count + 1, into: &event), text.reasonMark.matches(line, at: end)
    else { return .malformed }
    event.kind = .refused
    event.first = .none
    let begin = end + text.reasonMark.count
    // `CONNECT from [192.0.2.11]:60591: too many connections` has no reply code and no user behind it.
    guard begin < line.count, line[begin] &- 48 < 10 else { return .ignored }
    return reply.read(line, from: begin, into: &event) ? .event : .malformed
  }

  /// Reads `192.0.2.11]:53122`, whose bracket lies before; returns the index behind it.
  private func client(_ line: borrowing Span<UInt8>, from start: Int, into event: inout LogEvent) -> Int? {
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
  private func port(_ line: borrowing Span<UInt8>, behind bracket: Int) -> (port: UInt16, end: Int)? {
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
