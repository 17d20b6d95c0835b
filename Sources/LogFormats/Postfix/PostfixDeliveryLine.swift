internal import ByteScanning
internal import MailModel

/// Reads what becomes of a message behind smtpd, behind `postfix/smtp[109]: `.
///
/// ```
/// postfix/qmgr[50]: 1CAA566A01: from=<scanner@example.org>, size=90112, nrcpt=1 (queue active)
/// postfix/smtp[109]: 1CAA566A01: to=<x@example.net>, relay=mx.example.net[203.0.113.9]:25, delay=2, …, status=sent (250 2.0.0 Ok)
/// postfix/qmgr[50]: 1CAA566A01: removed
/// ```
enum PostfixDeliveryLine {
  /// Fills the event with everything but its time and the first word of its key; false when the line says nothing of the
  /// kind.
  static func read(
    _ line: borrowing Span<UInt8>, of program: PostfixProgram, from start: Int, into event: inout LogEvent
  ) -> Bool {
    let end = line.endOfAlphanumerics(from: start)
    guard end &- start >= 5, end &+ 1 < line.count, line[end] == 58, line[end &+ 1] == 32 else { return false }
    event.first = .none
    event.second = .none
    event.third = .none
    event.fourth = ByteRange(start, end)
    switch program {
    case .queueManager: return readQueue(line, from: end &+ 2, into: &event)
    case .smtpClient, .lmtpClient, .ownDelivery: return readDelivery(line, of: program, from: end &+ 2, into: &event)
    default: return false
    }
  }

  private static func readQueue(_ line: borrowing Span<UInt8>, from start: Int, into event: inout LogEvent) -> Bool {
    if line.hasPrefix("removed", at: start) {
      event.kind = .messageRemoved
      return true
    }
    guard line.hasPrefix("from=<", at: start) else { return false }
    let end = endOfPath(line, from: start &+ 6)
    guard end < line.count else { return false }
    event.kind = .messageQueued
    event.first = ByteRange(start &+ 6, end)
    return true
  }

  private static func readDelivery(
    _ line: borrowing Span<UInt8>, of program: PostfixProgram, from start: Int, into event: inout LogEvent
  ) -> Bool {
    guard line.hasPrefix("to=<", at: start) else { return false }
    var i = endOfPath(line, from: start &+ 4) &+ 1
    // An alias of somebody here sends it on: that is done for the recipient, whoever sent it.
    let isForwarded = line.hasPrefix(", orig_to=<", at: i)
    if isForwarded { i = endOfPath(line, from: i &+ 11) &+ 1 }
    guard line.hasPrefix(", relay=", at: i) else { return false }
    i &+= 8
    if program == .ownDelivery || isForwarded {
      event.kind = .messageDelivered
      return true
    }
    guard let peer = PostfixPeer(line, from: i) else {
      // `relay=none` of a message that waits; `relay=mail.example.org[private/dovecot-lmtp]` of one that lmtp brings to a socket.
      event.kind = .messageDelivered
      return program == .lmtpClient && !line.hasPrefix("none,", at: i)
    }
    // A content filter takes a message over as a server does (`250 2.0.0 Ok: queued as 4F1…`), a mailbox server does not.
    let isMailbox = program == .lmtpClient && PostfixText.queuedAs.first(in: line, from: peer.end) == nil
    event.kind = isMailbox ? .messageDelivered : .messageHandedOver
    if !isMailbox { event.first = peer.address }
    return true
  }

  /// Index of the `>` that ends an address; a quoted local part may hold one of its own (RFC 5321 section 4.1.2).
  private static func endOfPath(_ line: borrowing Span<UInt8>, from start: Int) -> Int {
    var isQuoted = false
    var i = start
    while i < line.count {
      switch line[i] {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: "\\") where isQuoted: i &+= 1
      case UInt8(ascii: ">") where !isQuoted: return i
      default: break
      }
      i &+= 1
    }
    return line.count
  }
}
