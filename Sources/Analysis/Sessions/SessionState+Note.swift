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
  @inline(__always)
  mutating func note(_ event: LogEvent, rsetEndsLogin: Bool) -> FollowUp {
    if event.kind == .connected || event.time.local &- lastLocal > SessionAssembler.idleLimit { return .ended }
    lastLocal = event.time.local
    if isOutgoing { return event.kind == .disconnected || event.kind == .quit ? .more : .done }
    switch event.kind {
    case .greeting:
      noteGreeting(event)
    case .reply:
      return noteReply(event)
    case .messageAccepted:
      return noteAcceptance()
    case .relayRecipientAccepted:
      relaysNext = true
    case .outgoing:
      // The first side that shows a code decides which side is the server.
      if !isDialogue { isOutgoing = true }
    case .data:
      command = .data
      lastReplyContinues = false
    case .rset:
      if rsetEndsLogin { isLoggedIn = false }
      relaysNext = false
      command = .none
      hasSender = false
    case .starttls:
      command = .starttls
    case .tlsEstablished:
      usesTLS = true
    case .clientText:
      return command == .auth ? .more : .done
    default:
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
    lastReplyContinues = false
    hasSender = !isNull
  }

  private mutating func noteGreeting(_ event: LogEvent) {
    let awaitsTLS = command == .starttls
    isDialogue = true
    if awaitsTLS {
      usesTLS = true
      usedStarttls = true
      command = .none
    } else if event.time.offset != LogTime.offsetUnknown, !isHeadless {
      begin.offset = event.time.offset
    }
  }

  /// A reply that changes nothing but what is awaited; the others are for the assembler.
  @inline(__always)
  private mutating func noteReply(_ event: LogEvent) -> FollowUp {
    // "550-…" and "550 …" are one reply.
    let isContinuation = lastReplyContinues
    isDialogue = true
    lastReplyContinues = event.continues
    if isContinuation { return .done }
    switch event.code {
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
