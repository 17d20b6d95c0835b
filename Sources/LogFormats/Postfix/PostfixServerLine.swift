internal import ByteScanning
internal import MailModel

/// Reads what smtpd says, behind `postfix/smtpd[4156]: `.
enum PostfixServerLine {
  /// Fills the event with everything but time and key.
  static func read(
    _ line: borrowing Span<UInt8>, from start: Int, _ tails: inout CounterTails, into event: inout LogEvent
  ) -> LineOutcome {
    guard start < line.count else { return .malformed }
    switch line[start] {
    case UInt8(ascii: "c"):
      if line.hasPrefix("connect from ", at: start) {
        return peerOnly(line, from: start &+ 13, kind: .connected, into: &event)
      }
    case UInt8(ascii: "d"):
      if line.hasPrefix("disconnect from ", at: start) {
        return disconnected(line, from: start &+ 16, &tails, into: &event)
      }
    case UInt8(ascii: "A"), UInt8(ascii: "U"), UInt8(ascii: "T"), UInt8(ascii: "V"):
      let peer = peerOfTLS(line, from: start)
      if peer >= 0 { return peerOnly(line, from: peer, kind: .tlsEstablished, into: &event) }
    case UInt8(ascii: "w"):
      if line.hasPrefix("warning: ", at: start) { return warning(line, from: start &+ 9, into: &event) }
    case UInt8(ascii: "p"):
      // The answer of a content filter, in older versions without queue id and client.
      if line.hasPrefix("proxy-reject: ", at: start) { return refused(line, from: start &+ 14, into: &event) }
    default:
      break
    }
    return message(line, from: start, into: &event)
  }

  @inline(__always)
  private static func clear(_ event: inout LogEvent, kind: LogEventKind, first: ByteRange) {
    event.kind = kind
    event.code = 0
    event.first = first
    event.second = .none
    event.third = .none
    event.fourth = .none
    event.counters = CommandCounters()
  }

  @inline(__always)
  private static func peerOnly(
    _ line: borrowing Span<UInt8>, from start: Int, kind: LogEventKind, into event: inout LogEvent
  ) -> LineOutcome {
    guard let peer = PostfixPeer(line, from: start) else { return .malformed }
    clear(&event, kind: kind, first: peer.address)
    return .event
  }

  @inline(__always)
  private static func disconnected(
    _ line: borrowing Span<UInt8>, from start: Int, _ tails: inout CounterTails, into event: inout LogEvent
  ) -> LineOutcome {
    guard let peer = PostfixPeer(line, from: start) else { return .malformed }
    clear(&event, kind: .disconnected, first: peer.address)
    return tails.read(line, from: peer.end, into: &event.counters) ? .event : .malformed
  }

  /// Index of the client in `Anonymous TLS connection established from …`, or -1 when the line says something else.
  @inline(__always)
  private static func peerOfTLS(_ line: borrowing Span<UInt8>, from start: Int) -> Int {
    let up: Int
    if line.hasPrefix("Anonymous ", at: start) {
      up = start &+ 10
    } else if line.hasPrefix("Trusted ", at: start) {
      up = start &+ 8
    } else if line.hasPrefix("Untrusted ", at: start) {
      up = start &+ 10
    } else if line.hasPrefix("Verified ", at: start) {
      up = start &+ 9
    } else {
      return -1
    }
    if line.hasPrefix("TLS connection established from ", at: up) { return up &+ 32 }
    if line.hasPrefix("TLS connection reused from ", at: up) { return up &+ 27 }
    return -1
  }

  // MARK: failed logins

  /// Reads a failed login.
  ///
  /// `unknown[203.0.113.66]: SASL LOGIN authentication failed: authentication failure, sasl_username=alice@example.org`
  ///
  /// The name before the brackets holds no space, so that a client cannot write such a line with a command of its own
  /// (`warning: non-SMTP command from unknown[…]: SASL …`).
  private static func warning(
    _ line: borrowing Span<UInt8>, from start: Int, into event: inout LogEvent
  ) -> LineOutcome {
    guard let peer = PostfixPeer(line, from: start), line.hasPrefix(": SASL ", at: peer.end) else { return .ignored }
    let mechanism = peer.end &+ 7
    var i = line.firstIndex(of: 32, from: mechanism) ?? line.count
    guard line.hasPrefix(" authentication failed", at: i) else { return .ignored }
    clear(&event, kind: .loginFailed, first: peer.address)
    event.third = ByteRange(mechanism, i)
    i &+= 22
    guard line.hasPrefix(": ", at: i) else { return .event }
    i &+= 2
    if isServerTrouble(line, at: i) { return .ignored }
    if let mark = PostfixText.saslUser.first(in: line, from: i &- 1) {
      let user = mark &+ PostfixText.saslUser.count
      let isUnsaid = line.hasPrefix("(unavailable)", at: user) && line.count == user &+ 13
      if !isUnsaid { event.second = ByteRange(user, line.count) }
    }
    return .event
  }

  /// Reasons that are the server's own trouble: no password was judged.
  @inline(__always)
  private static func isServerTrouble(_ line: borrowing Span<UInt8>, at start: Int) -> Bool {
    line.hasPrefix("Connection lost to authentication server", at: start)
      || line.hasPrefix("generic failure", at: start) || line.hasPrefix("no mechanism available", at: start)
  }

  // MARK: lines of a message

  /// `1CAA566A088: client=…`, `NOQUEUE: reject: …`, and all that is not needed.
  @inline(__always)
  private static func message(
    _ line: borrowing Span<UInt8>, from start: Int, into event: inout LogEvent
  ) -> LineOutcome {
    // A queue id: hex digits, or letters and digits when `enable_long_queue_ids` is on.
    let end = line.endOfAlphanumerics(from: start)
    guard end &- start >= 5, end &+ 1 < line.count, line[end] == 58 else { return other(line, from: start) }
    let action = end &+ 1
    if line.hasPrefix(" client=", at: action) {
      return messageStarted(line, queueID: ByteRange(start, end), from: action &+ 8, into: &event)
    }
    if line.hasPrefix(" reject: ", at: action) { return refused(line, from: action &+ 9, into: &event) }
    if line.hasPrefix(" milter-reject: ", at: action) { return refused(line, from: action &+ 16, into: &event) }
    if line.hasPrefix(" proxy-reject: ", at: action) { return refused(line, from: action &+ 15, into: &event) }
    if PostfixText.isAny(of: PostfixText.unneededActions, in: line, at: action) { return .ignored }
    return other(line, from: start)
  }

  /// Reads the beginning of a message.
  ///
  /// `unknown[192.0.2.11], sasl_method=PLAIN, sasl_username=alice@example.org, sasl_sender=…, orig_client=…`, and from a content
  /// filter `localhost[127.0.0.1], orig_queue_id=1CAA566A01, orig_client=printer.example.org[192.168.1.50]`
  @inline(__always)
  private static func messageStarted(
    _ line: borrowing Span<UInt8>, queueID: ByteRange, from start: Int, into event: inout LogEvent
  ) -> LineOutcome {
    guard let peer = PostfixPeer(line, from: start) else { return .malformed }
    clear(&event, kind: .messageStarted, first: peer.address)
    if !(queueID.count == 7 && line.hasPrefix("NOQUEUE", at: Int(queueID.start))) { event.fourth = queueID }
    var i = peer.end
    event.fifth = .none
    if line.hasPrefix(", orig_queue_id=", at: i) {
      event.fifth = ByteRange(i &+ 16, fieldEnd(line, from: i &+ 16))
      return .event
    }
    if line.hasPrefix(", sasl_method=", at: i) {
      i &+= 14
      let end = fieldEnd(line, from: i)
      event.third = ByteRange(i, end)
      i = end
    }
    if line.hasPrefix(", sasl_username=", at: i) {
      i &+= 16
      event.second = ByteRange(i, fieldEnd(line, from: i))
    }
    return .event
  }

  /// Index of the next `, name=`, or the end: a user name may itself hold commas and spaces.
  @inline(__always)
  private static func fieldEnd(_ line: borrowing Span<UInt8>, from start: Int) -> Int {
    let count = line.count
    var i = start
    while true {
      let comma = line.firstIndex(ofEither: 44, 44, from: i)
      guard comma < count else { return count }
      if line.hasPrefix(", sasl_username=", at: comma) { return comma }
      if comma &+ 2 < count, line[comma &+ 1] == 32 {
        var k = comma &+ 2
        while k < count, line[k] &- 97 < 26 || line[k] == 95 { k &+= 1 }
        if k > comma &+ 2, k < count, line[k] == 61 { return comma }
      }
      i = comma &+ 1
    }
  }

  // MARK: refusals

  /// Reads a command that was refused.
  ///
  /// `RCPT from unknown[203.0.113.66]: 554 5.7.1 <victim@example.net>: Relay access denied; from=<…> to=<…> proto=ESMTP helo=<…>`
  private static func refused(
    _ line: borrowing Span<UInt8>, from start: Int, into event: inout LogEvent
  ) -> LineOutcome {
    var i = line.firstIndex(ofEither: 32, 58, from: start)
    var address = ByteRange.none
    if line.hasPrefix(" from ", at: i) {
      guard let peer = PostfixPeer(line, from: i &+ 6) else { return .malformed }
      address = peer.address
      i = peer.end
    }
    guard line.hasPrefix(": ", at: i) else { return .malformed }
    clear(&event, kind: .refused, first: .none)
    event.fourth = address
    return PostfixRefusalText.read(line, from: i &+ 2, into: &event) ? .event : .malformed
  }

  // MARK: the rest

  @inline(never)
  private static func other(_ line: borrowing Span<UInt8>, from start: Int) -> LineOutcome {
    if PostfixText.isAny(of: PostfixText.unneededStarts, in: line, at: start) { return .ignored }
    var i = start
    var isName = false
    while i < line.count, line[i] != 32, line[i] != 58 {
      if line[i] == 95 || line[i] == UInt8(ascii: "[") { isName = true }
      i += 1
    }
    // `smtpd_sasl_authenticate: …` of smtpd -v, and details of a client: `unknown[192.0.2.11]: Untrusted: subject_CN=…`
    if isName, i < line.count, line[i] == 58 || PostfixPeer(line, from: start) != nil { return .ignored }
    return .unrecognised
  }
}
