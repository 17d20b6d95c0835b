import MailModel

/// What an event changes within its session alone; most lines of a dialogue end here.
extension SessionState {
  /// What is left to do after `note`.
  enum FollowUp {
    /// Nothing.
    case done
    /// The session had ended before this event.
    case ended
    /// What concerns more than this session: texts, names, counters.
    case more
  }

  /// Takes an event as far as it concerns nothing but this session.
  ///
  /// The event stays where it is, and only what is needed of it is read: a hundred bytes that the parser has just written in
  /// small parts are read back in large ones when they are copied, and the processor waits for that.
  ///
  /// - Parameter idleLimit: how long the session may have been silent.
  @inline(__always)
  mutating func note(_ event: inout LogEvent, rsetEndsLogin: Bool, idleLimit: Int64) -> FollowUp {
    let (kind, local) = (event.kind, event.time.local)
    if kind == .connected || local &- lastLocal > idleLimit {
      guard kind == .greeting, !isDialogue, followGreeting(local) else { return .ended }
    }
    lastLocal = local
    if isOutgoing { return kind == .disconnected || kind == .quit ? .more : .done }
    switch kind {
    case .greeting:
      if isOfNextSession(isDated: !event.second.isEmpty) { return .ended }
      noteGreeting(offset: event.time.offset, continues: event.continues)
    case .reply:
      return noteReply(event.code, continues: event.continues)
    case .messageAccepted:
      return noteAcceptance()
    case .relayRecipientAccepted:
      relaysNext = true
    case .outgoing:
      // The first side that shows a code decides which side is the server.
      if !isDialogue { isOutgoing = true }
    case .data:
      command = .data
      continuingCode = 0
    case .rset:
      if rsetEndsLogin {
        isLoggedIn = false
        mayBeLoggedIn = false
      }
      relaysNext = false
      command = .none
      hasSender = false
      continuingCode = 0
    case .starttls:
      command = .starttls
      continuingCode = 0
      mayBeLoggedIn = false
    case .tlsEstablished:
      usesTLS = true
      sawTLSLine = true
    case .clientText:
      continuingCode = 0
      return command == .auth ? .more : .done
    default:
      continuingCode = 0
      return .more
    }
    return .done
  }

  /// Takes MAIL FROM.
  @inline(__always)
  mutating func beginTransaction(isNull: Bool) {
    isDialogue = true
    sawTransaction = true
    relaysNext = false
    command = .transaction
    nullSender = isNull
    continuingCode = 0
    hasSender = !isNull
  }

  /// Moves the begin of a session to the day of its greeting; false when they lie apart by something else than days.
  ///
  /// Where stamps hold a time alone and nothing but greetings tells the day, "Connected" before the first greeting of a day
  /// was taken for a line of the day before.
  private mutating func followGreeting(_ local: Int64) -> Bool {
    let day: Int64 = 86_400_000
    let rest = (local &- begin.local) % day
    guard !isHeadless, rest >= 0, rest < 600_000 else { return false }
    begin.local = local &- rest
    return true
  }

  /// Whether a greeting is that of another session, whose begin and the end of this one the log lacks.
  ///
  /// A server says the date when it greets, and no more once the client has spoken: "220 2.0.0 Ready to start TLS" has none.
  @inline(__always)
  private func isOfNextSession(isDated: Bool) -> Bool {
    isDialogue && continuingCode != SessionState.greetingCode && command != .starttls && isDated
  }

  /// A greeting may have several lines; they go on until the client says something.
  private static let greetingCode: UInt16 = 220

  private mutating func noteGreeting(offset: Int32, continues: Bool) {
    let awaitsTLS = command == .starttls
    isDialogue = true
    mayBeLoggedIn = false
    continuingCode = awaitsTLS && !continues ? 0 : SessionState.greetingCode
    if awaitsTLS {
      usesTLS = true
      usedStarttls = true
      command = .none
    } else if offset != LogTime.offsetUnknown, !isHeadless {
      begin.offset = offset
    }
  }

  /// A reply that changes nothing but what is awaited; the others are for the assembler.
  @inline(__always)
  private mutating func noteReply(_ code: UInt16, continues: Bool) -> FollowUp {
    // "550-…" and "550 …" are one reply: its lines have one code (RFC 5321 section 4.2.1), and the client says nothing
    // between them. Of a reply of several lines a log may hold the first one only; what comes next is the next reply.
    let isContinuation = continuingCode == code
    isDialogue = true
    continuingCode = continues ? code : 0
    if isContinuation { return .done }
    switch code {
    case 235, 334, 400..<600: return .more
    case 250: return command == .data ? .more : .done
    default: return .done
    }
  }

  /// A message for a local recipient.
  @inline(__always)
  private mutating func noteAcceptance() -> FollowUp {
    if isLoggedIn || relaysNext { return .more }
    deliveries += 1
    summaryAwaitsReply = false
    command = .none
    sawTransaction = true
    relaysNext = false
    return .done
  }
}
