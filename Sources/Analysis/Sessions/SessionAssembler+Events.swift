import MailModel

/// What one event changes in its session.
extension SessionAssembler {
  /// Does what `SessionState.note` left to do.
  mutating func take(_ event: inout LogEvent, _ line: borrowing Span<UInt8>, _ mark: LineMark, _ slot: Int) {
    if table.sessions[slot].isOutgoing {
      finish(slot)
      return
    }
    switch event.kind {
    case .reply: takeReply(&event, line, mark, slot)
    case .messageAccepted: acceptMessage(slot, at: mark)
    case .helo:
      table.sessions[slot].isDialogue = true
      table.sessions[slot].mayBeLoggedIn = false
      table.sessions[slot].command = .none
      table.setHELO(slot, line, event.first)
    case .auth:
      table.sessions[slot].isDialogue = true
      table.sessions[slot].mayBeLoggedIn = false
      table.sessions[slot].command = .auth
      table.details[slot].isInAuth = true
      table.details[slot].dialogue.begin(LoginMechanism(line, event.first.indices))
      if !event.second.isEmpty { table.details[slot].dialogue.answer(line, event.second.indices, isInitial: true) }
    case .clientText:
      if table.details[slot].isInAuth {
        table.details[slot].dialogue.answer(line, event.first.indices, isInitial: false)
      }
    case .mail:
      if table.sessions[slot].summaryAwaitsReply { acceptMessage(slot, at: mark) }
      table.beginTransaction(slot, line, event.first)
    case .quit, .disconnected: takeEnd(&event, mark, slot)
    case .summary:
      tally.summaries += 1
      if event.second.count >= 2, line.extracting(event.second.indices).beginsWithOK, table.sessions[slot].isDialogue {
        table.sessions[slot].summaryAwaitsReply = true
      }
    case .messageStarted: takeMessageStart(&event, line, mark, slot)
    case .loginFailed:
      name.setLowercased(line, event.second.indices)
      takeFailure(slot, mark)
    case .refused:
      table.sessions[slot].sawTransaction = true
      table.setSender(slot, line, event.second)
      if !event.third.isEmpty { table.setHELO(slot, line, event.third) }
      takeFactualRefusal(&event, line, mark, slot)
    case .greeting, .relayRecipientAccepted, .outgoing, .data, .rset, .starttls, .tlsEstablished: break
    case .messageQueued, .messageHandedOver, .messageDelivered, .messageRemoved: break
    case .connected, .postscreenConnected, .postscreenPassed, .anvilPeak, .serverConfigured: break
    }
  }

  /// A reply that answers AUTH, takes a message or refuses something.
  private mutating func takeReply(
    _ event: inout LogEvent, _ line: borrowing Span<UInt8>, _ mark: LineMark, _ slot: Int
  ) {
    let code = event.code
    switch code {
    case 334:
      if table.details[slot].isInAuth { table.details[slot].dialogue.prompt(line, event.first.indices) }
    case 235:
      let sentPassword = table.details[slot].isInAuth && table.details[slot].dialogue.mechanism.sendsPassword
      endDialogue(slot)
      table.sessions[slot].command = .none
      logIn(slot, isClear: sentPassword && !table.sessions[slot].usesTLS, mark)
    case 250: acceptMessage(slot, at: mark)
    case 400..<600:
      table.sessions[slot].summaryAwaitsReply = false
      if table.sessions[slot].command == .auth {
        refuseLogin(slot, code, line, event.first, mark)
      } else {
        takeRefusal(slot, replyNumber(code, line, event.first), answersAuth: false, mark)
      }
      if table.sessions[slot].command != .transaction { table.sessions[slot].command = .none }
    default: break
    }
  }

  /// A 4xx or 5xx reply to AUTH: wrong credentials, or no AUTH to be had here.
  private mutating func refuseLogin(
    _ slot: Int, _ code: UInt16, _ line: borrowing Span<UInt8>, _ text: ByteRange, _ mark: LineMark
  ) {
    let isInAuth = table.details[slot].isInAuth
    let isCancelled = isInAuth && table.details[slot].dialogue.isCancelled
    let isAnswered = isInAuth && table.details[slot].dialogue.answers > 0
    endDialogue(slot)
    table.sessions[slot].command = .none
    if isCancelled { return }
    switch AuthReplyMeaning(code: code, answered: isAnswered) {
    case .failedLogin: takeFailure(slot, mark)
    case .refusal: takeRefusal(slot, replyNumber(code, line, text), answersAuth: true, mark)
    }
  }

  /// Ends an AUTH exchange; what it shows as the name, if it does, becomes the name at hand.
  private mutating func endDialogue(_ slot: Int) {
    name.count = 0
    if table.details[slot].isInAuth, table.details[slot].dialogue.nameIsCertain {
      let count = table.details[slot].dialogue.name.count
      name.set(table.details[slot].dialogue.name, 0..<count, lowercased: true)
    }
    table.details[slot].isInAuth = false
  }

  private mutating func takeEnd(_ event: inout LogEvent, _ mark: LineMark, _ slot: Int) {
    let counters = event.counters
    if counters.present {
      table.sessions[slot].hasCounters = true
      if counters.starttls > 0 {
        table.sessions[slot].usesTLS = true
        table.sessions[slot].usedStarttls = true
        // STARTTLS ends a login (RFC 3207 section 4.2): those that were in force came behind it.
        table.details[slot].logins.forgetPlaintext()
      }
      if counters.mailTotal > 0 { table.sessions[slot].sawTransaction = true }
      if counters.authAccepted > 0, table.details[slot].logins.isEmpty {
        // "ehlo=2 starttls=1 auth=1 quit=1": a login that sent nothing leaves no name.
        name.count = 0
        logIn(slot, isClear: false, mark)
      }
      correctMessages(slot, counters)
    }
    if traits.keysNameServer, table.sessions[slot].hasRefusals, table.sessions[slot].sawLogin { settleRefusals(slot) }
    finish(slot)
  }

  /// Puts refusals into the login that only later lines show: a client logs in before MAIL FROM, and of a login before the first message
  /// the disconnect line alone tells (`auth=1`).
  private mutating func settleRefusals(_ slot: Int) {
    settleName(slot)
    let logins = table.details[slot].logins
    let login = logins.hasSeveral || logins.isEmpty ? LoginKey.nobody : logins.firstName
    var isRefusedWithoutLogin = false
    for i in table.details[slot].refusals.indices {
      let refusal = table.details[slot].refusals[i]
      if refusal.isLoggedIn || refusal.answersAuth { continue }
      // "Sender address rejected: not logged in" knows better.
      let reply = ReplyText(key: Array(tally.replies[refusal.reply]))
      if reply.meaning == .notOwnedBySender || reply.meaning == .authRequired {
        isRefusedWithoutLogin = true
      } else {
        table.details[slot].refusals[i].isLoggedIn = true
        table.details[slot].refusals[i].login = login
      }
    }
    table.sessions[slot].isRefusedWithoutLogin = isRefusedWithoutLogin
  }

  /// `client=` lines say which messages began; the counters say how many were taken.
  ///
  /// One message may take several BDAT commands (RFC 3030), of which the last is refused when the message is.
  private mutating func correctMessages(_ slot: Int, _ counters: CommandCounters) {
    let begun = table.sessions[slot].begunMessages
    var accepted = Int(counters.dataAccepted)
    if counters.chunksTotal > 0 {
      let failed = counters.dataTotal - min(counters.dataAccepted, counters.dataTotal)
      let failedChunks = counters.chunksTotal - min(counters.chunksAccepted, counters.chunksTotal)
      accepted = max(0, min(accepted + Int(counters.chunksAccepted), begun - Int(failed) - Int(failedChunks)))
    }
    var excess = begun - accepted
    if excess <= 0 { return }
    for i in table.details[slot].logins.indices.reversed() where excess > 0 {
      let cut = min(excess, table.details[slot].logins[i].messages)
      table.details[slot].logins[i].messages -= cut
      excess -= cut
    }
    table.sessions[slot].deliveries = max(0, table.sessions[slot].deliveries - excess)
  }

  private mutating func takeMessageStart(
    _ event: inout LogEvent, _ line: borrowing Span<UInt8>, _ mark: LineMark, _ slot: Int
  ) {
    table.sessions[slot].sawTransaction = true
    table.sessions[slot].begunMessages += 1
    endEarlierMessage(&event, line)
    guard !event.second.isEmpty || !event.third.isEmpty else {
      table.sessions[slot].deliveries += 1
      followMessage(&event, line, mark, slot)
      return
    }
    name.setLowercased(line, event.second.indices)
    // No AUTH: a front that took the login tells of it. One on this machine may serve clients on this machine, and no other address tells then.
    if line.word(at: Int(event.third.start), upTo: Int(event.third.end)) == 0x54_4e45_494c_4358 {  // "XCLIENT"
      table.sessions[slot].gatePort = SessionState.unknownGate
    }
    let isClear = !table.sessions[slot].usesTLS && LoginMechanism(line, event.third.indices).sendsPassword
    if !isLastLogin(slot) { logIn(slot, isClear: isClear, mark) }
    // A refusal before it may have shown the login without its mechanism.
    table.details[slot].logins.beginMessage(isClear: isClear)
  }

  /// Takes a login under the name at hand.
  ///
  /// The name of the only login of a session is looked up with those of other sessions when it has ended.
  private mutating func logIn(_ slot: Int, isClear: Bool, _ mark: LineMark) {
    if name.isEmpty {
      logIn(slot, LoginKey.nobody, isClear: isClear, mark)
    } else if table.details[slot].logins.isEmpty {
      swap(&name, &table.details[slot].loginName)
      logIn(slot, LoginKey.unsettled, isClear: isClear, mark)
    } else {
      logIn(slot, tally.names.intern(name), isClear: isClear, mark)
    }
  }

  private mutating func logIn(_ slot: Int, _ number: UInt32, isClear: Bool, _ mark: LineMark) {
    settleName(slot)
    table.sessions[slot].isLoggedIn = true
    table.sessions[slot].sawLogin = true
    table.details[slot].logins.append(name: number, plaintext: isClear ? 1 : 0, mark: mark)
  }

  /// Looks up the name of the first login, if that was put off.
  mutating func settleName(_ slot: Int) {
    table.details[slot].settleName(in: &tally.names)
  }

  /// Whether the session logged in last under the name at hand.
  private mutating func isLastLogin(_ slot: Int) -> Bool {
    guard !table.details[slot].logins.isEmpty else { return false }
    if name.isEmpty { return table.details[slot].logins.lastName == LoginKey.nobody }
    // While there is one login, its name need not be looked up to be known again.
    if !table.details[slot].logins.hasSeveral, table.details[slot].logins.firstName == LoginKey.unsettled {
      return table.details[slot].loginName.equals(name)
    }
    return lastLogin(slot) == tally.names.intern(name)
  }

  /// The number of the name under which the session logged in last.
  private mutating func lastLogin(_ slot: Int) -> UInt32? {
    settleName(slot)
    return table.details[slot].logins.lastName
  }

  /// Takes a failed login under the name at hand.
  private mutating func takeFailure(_ slot: Int, _ mark: LineMark) {
    let number = name.isEmpty ? LoginKey.nobody : tally.failedNames.intern(name)
    if let i = table.details[slot].failures.firstIndex(where: { $0.name == number }) {
      table.details[slot].failures[i].count += 1
      table.details[slot].failures[i].mark = mark
    } else if table.details[slot].failures.count < 1000 {
      table.details[slot].failures.append(PendingFailure(name: number, count: 1, mark: mark))
    } else {
      tally.overflowed += 1
      table.details[slot].failures[999].name = StringTable.overflow
      table.details[slot].failures[999].count += 1
      table.details[slot].failures[999].mark = mark
    }
  }

  /// A refusal of a server that logs no dialogue; the line or its text may name the login in force.
  private mutating func takeFactualRefusal(
    _ event: inout LogEvent, _ line: borrowing Span<UInt8>, _ mark: LineMark, _ slot: Int
  ) {
    let (code, text) = (event.code, event.first)
    if !event.fifth.isEmpty {
      name.setLowercased(line, event.fifth.indices)
      if !isLastLogin(slot) { logIn(slot, isClear: false, mark) }
    } else if NotOwnedBySenderRule.names(line, text), let login = NotOwnedBySenderRule.login(in: bytes(line, text)) {
      name.setLowercased(login)
      let number = tally.names.intern(name)
      if lastLogin(slot) != number { logIn(slot, number, isClear: false, mark) }
    }
    takeRefusal(slot, replyNumber(code, line, text), answersAuth: false, mark)
  }

  /// The number of a reply in the tally's table.
  private mutating func replyNumber(_ code: UInt16, _ line: borrowing Span<UInt8>, _ text: ByteRange) -> UInt32 {
    let (before, behind) = ReplyText.lastingParts(line, text.indices)
    reply.set(line, before, limit: .max)
    reply.append(line, behind)
    reply.append(UInt64(before.count) << 40 | UInt64(behind.count) << 16 | UInt64(code))
    let known = knownReplies.intern(reply)
    if known < replyNumbers.count { return replyNumbers[Int(known)] }
    let number = tally.replies.intern(ReplyText.key(code: code, text: bytes(line, text)))
    if known != StringTable.overflow { replyNumbers.append(number) }
    return number
  }

  private mutating func takeRefusal(_ slot: Int, _ reply: UInt32, answersAuth: Bool, _ mark: LineMark) {
    // Of a session whose begin is missing nobody knows whether there is a login: it is taken for one without a readable name.
    let isLoggedIn = table.sessions[slot].isLoggedIn || table.sessions[slot].mayBeLoggedIn
    let login = table.sessions[slot].isLoggedIn ? lastLogin(slot) ?? LoginKey.nobody : LoginKey.nobody
    let sender = table.internSender(slot, in: &tally.senders)
    let count = table.details[slot].refusals.count
    for i in table.details[slot].refusals.indices.suffix(8) {
      let known = table.details[slot].refusals[i]
      if known.login == login, known.sender == sender, known.reply == reply, known.isLoggedIn == isLoggedIn,
        known.answersAuth == answersAuth
      {
        table.details[slot].refusals[i].count += 1
        return
      }
    }
    if count >= 2000 {
      tally.overflowed += 1
      table.details[slot].refusals[count - 1].sender = StringTable.overflow
      table.details[slot].refusals[count - 1].count += 1
      return
    }
    table.sessions[slot].hasRefusals = true
    if !isLoggedIn, !answersAuth { table.sessions[slot].isRefusedWithoutLogin = true }
    table.details[slot].refusals.append(
      PendingRefusal(
        login: login, sender: sender, reply: reply, isLoggedIn: isLoggedIn, answersAuth: answersAuth, count: 1,
        mark: mark))
  }

  /// A message was taken: in a login, for relay, or for a local recipient.
  mutating func acceptMessage(_ slot: Int, at mark: LineMark) {
    table.sessions[slot].summaryAwaitsReply = false
    table.sessions[slot].command = .none
    table.sessions[slot].sawTransaction = true
    defer { table.sessions[slot].relaysNext = false }
    if table.sessions[slot].isLoggedIn {
      table.takeMessage(slot)
      if table.sessions[slot].hasRefusals { table.details[slot].followRefusals() }
      guard table.details[slot].logins.lastName == LoginKey.nobody, table.sessions[slot].hasSender else { return }
      let last = table.details[slot].logins.count - 1
      let sender = table.internSender(slot, in: &tally.senders)
      if let i = table.details[slot].logins[last].senders.firstIndex(where: { $0.sender == sender }) {
        table.details[slot].logins[last].senders[i].messages += 1
      } else {
        table.details[slot].logins[last].senders.append((sender, 1))
      }
    } else if table.sessions[slot].relaysNext, table.sessions[slot].mayBeLoggedIn {
      // Taken in a login or for a trusted address: nothing is claimed.
      return
    } else if table.sessions[slot].relaysNext {
      takeRelay(from: table.internSender(slot, in: &tally.senders), at: mark, slot)
    } else {
      table.sessions[slot].deliveries += 1
    }
  }

  /// A message was taken elsewhere without a login.
  mutating func takeRelay(from sender: UInt32, at mark: LineMark, _ slot: Int) {
    if let i = table.details[slot].relays.firstIndex(where: { $0.sender == sender }) {
      table.details[slot].relays[i].messages += 1
    } else {
      table.sessions[slot].hasRelays = true
      table.details[slot].relays.append((sender, 1, mark))
    }
  }
}

extension PackedText {
  /// A name in lower case; one of more than 254 bytes is no address (RFC 5321 section 4.5.3.1.3).
  fileprivate mutating func setLowercased(_ line: borrowing Span<UInt8>, _ range: Range<Int>) {
    set(line, range, limit: 254, lowercased: true)
  }

  fileprivate mutating func setLowercased(_ name: [UInt8]) { setLowercased(name.span, name.indices) }
}

extension Span where Element == UInt8 {
  /// `OK`, alone or before a space.
  fileprivate var beginsWithOK: Bool {
    count >= 2 && self[0] == 0x4f && self[1] == 0x4b && (count == 2 || self[2] == 0x20)
  }
}
