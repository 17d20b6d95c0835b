internal import MailModel

/// Reads what smtpd says, behind `postfix/smtpd[4156]: `.
struct PostfixServerLine {
  let text: PostfixText
  let reply: PostfixRefusalText

  /// Fills the event with everything but time and key.
  @inline(__always)
  func read(_ line: borrowing Span<UInt8>, from start: Int, into event: inout LogEvent) -> LineOutcome {
    guard start < line.count else { return .malformed }
    switch line[start] {
    case UInt8(ascii: "c"):
      if text.connect.matches(line, at: start) {
        return peerOnly(line, from: start + text.connect.count, kind: .connected, into: &event)
      }
    case UInt8(ascii: "d"):
      if text.disconnect.matches(line, at: start) {
        return disconnected(line, from: start + text.disconnect.count, into: &event)
      }
    case UInt8(ascii: "A"), UInt8(ascii: "U"), UInt8(ascii: "T"), UInt8(ascii: "V"):
      for i in text.tlsTrust.indices where text.tlsTrust[i].matches(line, at: start) {
        let up = start + text.tlsTrust[i].count
        if text.tlsUp.matches(line, at: up) {
          return peerOnly(line, from: up + text.tlsUp.count, kind: .tlsEstablished, into: &event)
        }
        if text.tlsReused.matches(line, at: up) {
          return peerOnly(line, from: up + text.tlsReused.count, kind: .tlsEstablished, into: &event)
        }
      }
    case UInt8(ascii: "w"):
      if text.warning.matches(line, at: start) { return warning(line, from: start + text.warning.count, into: &event) }
    case UInt8(ascii: "p"):
      // The answer of a content filter, in older versions without queue id and client.
      if text.proxyReject.matches(line, at: start) {
        return refused(line, from: start + text.proxyReject.count, into: &event)
      }
    default:
      break
    }
    return message(line, from: start, into: &event)
  }

  private func clear(_ event: inout LogEvent, kind: LogEventKind, first: ByteRange) {
    event.kind = kind
    event.code = 0
    event.first = first
    event.second = .none
    event.third = .none
    event.fourth = .none
    event.counters = CommandCounters()
  }

  private func peerOnly(
    _ line: borrowing Span<UInt8>, from start: Int, kind: LogEventKind, into event: inout LogEvent
  ) -> LineOutcome {
    guard let peer = PostfixPeer(line, from: start) else { return .malformed }
    clear(&event, kind: kind, first: peer.address)
    return .event
  }

  private func disconnected(_ line: borrowing Span<UInt8>, from start: Int, into event: inout LogEvent) -> LineOutcome {
    guard let peer = PostfixPeer(line, from: start) else { return .malformed }
    clear(&event, kind: .disconnected, first: peer.address)
    guard CommandCounters.read(line, from: peer.end, into: &event.counters) else { return .malformed }
    return .event
  }

  // MARK: failed logins

  /// Reads a failed login.
  ///
  /// `unknown[203.0.113.66]: SASL LOGIN authentication failed: authentication failure, sasl_username=alice@example.org`
  ///
  /// The name before the brackets holds no space, so that a client cannot write such a line with a command of its own
  /// (`warning: non-SMTP command from unknown[…]: SASL …`).
  private func warning(_ line: borrowing Span<UInt8>, from start: Int, into event: inout LogEvent) -> LineOutcome {
    guard let peer = PostfixPeer(line, from: start), text.sasl.matches(line, at: peer.end) else { return .ignored }
    let mechanism = peer.end + text.sasl.count
    var i = mechanism
    while i < line.count, line[i] != 32 { i += 1 }
    guard text.failed.matches(line, at: i) else { return .ignored }
    clear(&event, kind: .loginFailed, first: peer.address)
    event.third = ByteRange(mechanism, i)
    i += text.failed.count
    guard text.reasonMark.matches(line, at: i) else { return .event }
    i += text.reasonMark.count
    for trouble in text.serverTrouble where trouble.matches(line, at: i) { return .ignored }
    if let mark = text.saslUser.first(in: line, from: max(i - 1, 0)) {
      let user = mark + text.saslUser.count
      let unsaid = text.unavailable.matches(line, at: user) && line.count == user + text.unavailable.count
      if !unsaid { event.second = ByteRange(user, line.count) }
    }
    return .event
  }

  // MARK: lines of a message

  /// `1CAA566A088: client=…`, `NOQUEUE: reject: …`, and all that is not needed.
  private func message(_ line: borrowing Span<UInt8>, from start: Int, into event: inout LogEvent) -> LineOutcome {
    var i = start
    while i < line.count, PostfixText.isQueueIDByte(line[i]) { i &+= 1 }
    guard i &- start >= 5, i &+ 1 < line.count, line[i] == 58 else { return other(line, from: start) }
    let space = i &+ 1
    if text.client.matches(line, at: space) {
      return messageStarted(line, queueID: ByteRange(start, i), from: space + text.client.count, into: &event)
    }
    for k in text.refusing.indices where text.refusing[k].matches(line, at: space) {
      return refused(line, from: space + text.refusing[k].count, into: &event)
    }
    for k in text.unneededActions.indices where text.unneededActions[k].matches(line, at: space) { return .ignored }
    return other(line, from: start)
  }

  /// Reads the beginning of a message.
  ///
  /// `unknown[192.0.2.11], sasl_method=PLAIN, sasl_username=alice@example.org, sasl_sender=…, orig_client=…`
  private func messageStarted(
    _ line: borrowing Span<UInt8>, queueID: ByteRange, from start: Int, into event: inout LogEvent
  ) -> LineOutcome {
    guard let peer = PostfixPeer(line, from: start) else { return .malformed }
    clear(&event, kind: .messageStarted, first: peer.address)
    if !(queueID.count == text.noQueue.count && text.noQueue.matches(line, at: Int(queueID.start))) {
      event.fourth = queueID
    }
    var i = peer.end
    if text.saslMethod.matches(line, at: i) {
      i += text.saslMethod.count
      let end = fieldEnd(line, from: i)
      event.third = ByteRange(i, end)
      i = end
    }
    if text.saslUser.matches(line, at: i) {
      i += text.saslUser.count
      event.second = ByteRange(i, fieldEnd(line, from: i))
    }
    return .event
  }

  /// Index of the next `, name=`, or the end: a user name may itself hold commas and spaces.
  private func fieldEnd(_ line: borrowing Span<UInt8>, from start: Int) -> Int {
    let count = line.count
    var i = start
    while i < count {
      if line[i] == 44, i &+ 2 < count, line[i &+ 1] == 32 {
        var k = i &+ 2
        while k < count, line[k] &- 97 < 26 || line[k] == 95 { k &+= 1 }
        if k > i &+ 2, k < count, line[k] == 61 { return i }
      }
      i &+= 1
    }
    return count
  }

  // MARK: refusals

  /// Reads a command that was refused.
  ///
  /// `RCPT from unknown[203.0.113.66]: 554 5.7.1 <victim@example.net>: Relay access denied; from=<…> to=<…> proto=ESMTP helo=<…>`
  private func refused(_ line: borrowing Span<UInt8>, from start: Int, into event: inout LogEvent) -> LineOutcome {
    var i = start
    while i < line.count, line[i] != 32, line[i] != 58 { i &+= 1 }
    var address = ByteRange.none
    if text.from.matches(line, at: i) {
      guard let peer = PostfixPeer(line, from: i + text.from.count) else { return .malformed }
      address = peer.address
      i = peer.end
    }
    guard text.reasonMark.matches(line, at: i) else { return .malformed }
    clear(&event, kind: .refused, first: .none)
    event.fourth = address
    return reply.read(line, from: i + text.reasonMark.count, into: &event) ? .event : .malformed
  }

  // MARK: the rest

  private func other(_ line: borrowing Span<UInt8>, from start: Int) -> LineOutcome {
    for k in text.unneededStarts.indices where text.unneededStarts[k].matches(line, at: start) { return .ignored }
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
