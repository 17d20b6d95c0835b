import MailModel

/// What one event changes in its session.
extension SessionAssembler {
  /// Does what `SessionState.note` left to do.
  mutating func take(_ event: LogEvent, _ line: borrowing Span<UInt8>, _ mark: LineMark, _ slot: Int) {
    if table.sessions[slot].isOutgoing {
      finish(slot)
      return
    }
    switch event.kind {
    case .reply: takeReply(event, line, mark, slot)
    case .messageAccepted: acceptMessage(slot, at: mark)
    case .helo:
      table.sessions[slot].isDialogue = true
      table.sessions[slot].command = .none
      table.setHELO(slot, line, event.first)
    case .auth:
      table.sessions[slot].isDialogue = true
      table.sessions[slot].command = .auth
      var dialogue = LoginDialogue(mechanism: LoginMechanism(line, event.first.indices))
      if !event.second.isEmpty { dialogue.answer(line, event.second.indices, isInitial: true) }
      table.sessions[slot].dialogue = dialogue
    case .clientText: table.sessions[slot].dialogue?.answer(line, event.first.indices, isInitial: false)
    case .mail:
      if table.sessions[slot].summaryAwaitsReply { acceptMessage(slot, at: mark) }
      table.beginTransaction(slot, line, event.first)
    case .quit, .disconnected: takeEnd(event, mark, slot)
    case .summary:
      tally.summaries += 1
      if event.second.count >= 2, line.extracting(event.second.indices).beginsWithOK, table.sessions[slot].isDialogue {
        table.sessions[slot].summaryAwaitsReply = true
      }
    case .messageStarted: takeMessageStart(event, line, mark, slot)
    case .loginFailed: takeFailure(slot, name: lowercased(line, event.second))
    case .refused:
      table.sessions[slot].sawTransaction = true
      table.setSender(slot, line, event.second)
      if !event.third.isEmpty { table.setHELO(slot, line, event.third) }
      takeFactualRefusal(slot, event.code, bytes(line, event.first), mark)
    case .greeting, .relayRecipientAccepted, .outgoing, .data, .rset, .starttls, .tlsEstablished: break
    case .connected, .messageQueued, .postscreenConnected, .postscreenPassed, .anvilPeak: break
    }
  }

  /// A reply that answers AUTH, takes a message or refuses something.
  private mutating func takeReply(
    _ event: LogEvent, _ line: borrowing Span<UInt8>, _ mark: LineMark, _ slot: Int
  ) {
    let code = event.code
    switch code {
    case 334:
      table.sessions[slot].dialogue?.prompt(line, event.first.indices)
    case 235:
      let dialogue = table.sessions[slot].dialogue.take()
      table.sessions[slot].command = .none
      let isClear = dialogue?.mechanism.sendsPassword == true && !table.sessions[slot].usesTLS
      logIn(slot, name: lowercased(dialogue?.finalName ?? []), isClear: isClear, mark)
    case 250: acceptMessage(slot, at: mark)
    case 400..<600:
      table.sessions[slot].summaryAwaitsReply = false
      if table.sessions[slot].command == .auth {
        refuseLogin(slot, code, bytes(line, event.first), mark)
      } else {
        takeRefusal(slot, code: code, text: bytes(line, event.first), answersAuth: false, mark)
      }
      if table.sessions[slot].command != .transaction { table.sessions[slot].command = .none }
    default: break
    }
  }

  /// A 4xx or 5xx reply to AUTH: wrong credentials, or no AUTH to be had here.
  private mutating func refuseLogin(_ slot: Int, _ code: UInt16, _ text: [UInt8], _ mark: LineMark) {
    let dialogue = table.sessions[slot].dialogue
    table.sessions[slot].dialogue = nil
    table.sessions[slot].command = .none
    if dialogue?.isCancelled == true { return }
    switch AuthReplyMeaning(code: code, answered: (dialogue?.answers ?? 0) > 0) {
    case .failedLogin: takeFailure(slot, name: lowercased(dialogue?.finalName ?? []))
    case .refusal: takeRefusal(slot, code: code, text: text, answersAuth: true, mark)
    }
  }

  private mutating func takeEnd(_ event: LogEvent, _ mark: LineMark, _ slot: Int) {
    let counters = event.counters
    if counters.present {
      table.sessions[slot].hasCounters = true
      if counters.starttls > 0 {
        table.sessions[slot].usesTLS = true
        table.sessions[slot].usedStarttls = true
      }
      if counters.mailTotal > 0 { table.sessions[slot].sawTransaction = true }
      if counters.authAccepted > 0, table.sessions[slot].logins.isEmpty {
        // "ehlo=2 starttls=1 auth=1 quit=1": a login that sent nothing leaves no name.
        logIn(slot, name: [], isClear: false, mark)
      }
      correctMessages(slot, accepted: Int(counters.dataAccepted))
    }
    finish(slot)
  }

  /// `client=` lines say which messages began; the counters say how many were taken.
  private mutating func correctMessages(_ slot: Int, accepted: Int) {
    var excess = table.sessions[slot].begunMessages - accepted
    if excess <= 0 { return }
    for i in table.sessions[slot].logins.indices.reversed() where excess > 0 {
      let cut = min(excess, table.sessions[slot].logins[i].messages)
      table.sessions[slot].logins[i].messages -= cut
      excess -= cut
    }
    table.sessions[slot].deliveries = max(0, table.sessions[slot].deliveries - excess)
  }

  private mutating func takeMessageStart(
    _ event: LogEvent, _ line: borrowing Span<UInt8>, _ mark: LineMark, _ slot: Int
  ) {
    table.sessions[slot].sawTransaction = true
    table.sessions[slot].begunMessages += 1
    guard !event.second.isEmpty || !event.third.isEmpty else {
      table.sessions[slot].deliveries += 1
      return
    }
    let name = lowercased(line, event.second)
    let number = name.isEmpty ? LoginKey.nobody : tally.names.intern(name)
    if table.sessions[slot].logins.last?.name != number {
      let mechanism = LoginMechanism(line, event.third.indices)
      logIn(slot, name: name, isClear: mechanism.sendsPassword && !table.sessions[slot].usesTLS, mark)
    }
    let last = table.sessions[slot].logins.count - 1
    table.sessions[slot].logins[last].messages += 1
  }

  mutating func logIn(_ slot: Int, name: [UInt8], isClear: Bool, _ mark: LineMark) {
    let number = name.isEmpty ? LoginKey.nobody : tally.names.intern(name)
    table.sessions[slot].isLoggedIn = true
    table.sessions[slot].sawLogin = true
    table.sessions[slot].logins.append(PendingLogin(name: number, plaintext: isClear ? 1 : 0, mark: mark))
  }

  private mutating func takeFailure(_ slot: Int, name: [UInt8]) {
    let number = name.isEmpty ? LoginKey.nobody : tally.failedNames.intern(name)
    if let i = table.sessions[slot].failures.firstIndex(where: { $0.name == number }) {
      table.sessions[slot].failures[i].count += 1
    } else if table.sessions[slot].failures.count < 1000 {
      table.sessions[slot].failures.append((number, 1))
    } else {
      tally.overflowed += 1
      table.sessions[slot].failures[999].name = StringTable.overflow
      table.sessions[slot].failures[999].count += 1
    }
  }

  /// A refusal of a server that logs no dialogue; its text may name the login in force.
  private mutating func takeFactualRefusal(_ slot: Int, _ code: UInt16, _ text: [UInt8], _ mark: LineMark) {
    if let name = NotOwnedBySenderRule.login(in: text).map({ lowercased($0) }) {
      let number = tally.names.intern(name)
      if table.sessions[slot].logins.last?.name != number { logIn(slot, name: name, isClear: false, mark) }
    }
    takeRefusal(slot, code: code, text: text, answersAuth: false, mark)
  }

  mutating func takeRefusal(_ slot: Int, code: UInt16, text: [UInt8], answersAuth: Bool, _ mark: LineMark) {
    let reply = tally.replies.intern(ReplyText.key(code: code, text: text))
    let isLoggedIn = table.sessions[slot].isLoggedIn
    let login = isLoggedIn ? table.sessions[slot].logins.last?.name ?? LoginKey.nobody : LoginKey.nobody
    var sender = LoginKey.nobody
    if table.sessions[slot].senderLength > 0 { sender = table.internSender(slot, in: &tally.senders) }
    let count = table.sessions[slot].refusals.count
    for i in table.sessions[slot].refusals.indices.suffix(8) {
      let known = table.sessions[slot].refusals[i]
      if known.login == login, known.sender == sender, known.reply == reply, known.isLoggedIn == isLoggedIn,
        known.answersAuth == answersAuth
      {
        table.sessions[slot].refusals[i].count += 1
        return
      }
    }
    if count >= 2000 {
      tally.overflowed += 1
      table.sessions[slot].refusals[count - 1].sender = StringTable.overflow
      table.sessions[slot].refusals[count - 1].count += 1
      return
    }
    table.sessions[slot].refusals.append(
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
      let last = table.sessions[slot].logins.count - 1
      table.sessions[slot].logins[last].messages += 1
      table.noteSender(slot, inLogin: last)
      guard table.sessions[slot].logins[last].name == LoginKey.nobody, table.sessions[slot].senderLength > 0 else {
        return
      }
      let sender = table.internSender(slot, in: &tally.senders)
      if let i = table.sessions[slot].logins[last].senders.firstIndex(where: { $0.sender == sender }) {
        table.sessions[slot].logins[last].senders[i].messages += 1
      } else {
        table.sessions[slot].logins[last].senders.append((sender, 1))
      }
    } else if table.sessions[slot].relaysNext {
      var sender = LoginKey.nobody
      if table.sessions[slot].senderLength > 0 { sender = table.internSender(slot, in: &tally.senders) }
      if let i = table.sessions[slot].relays.firstIndex(where: { $0.sender == sender }) {
        table.sessions[slot].relays[i].messages += 1
      } else {
        table.sessions[slot].relays.append((sender, 1, mark))
      }
    } else {
      table.sessions[slot].deliveries += 1
    }
  }

  private func lowercased(_ line: borrowing Span<UInt8>, _ range: ByteRange) -> [UInt8] {
    let start = Int(range.start)
    var text: [UInt8] = []
    text.reserveCapacity(min(range.count, 254))
    for i in start..<start + min(range.count, 254) {
      let c = line[i]
      text.append(c &- 0x41 < 26 ? c | 0x20 : c)
    }
    return text
  }

  private func lowercased(_ text: [UInt8]) -> [UInt8] {
    for c in text where c &- 0x41 < 26 { return text.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 } }
    return text
  }
}

extension Span where Element == UInt8 {
  /// `OK`, alone or before a space.
  fileprivate var beginsWithOK: Bool {
    count >= 2 && self[0] == 0x4f && self[1] == 0x4b && (count == 2 || self[2] == 0x20)
  }
}
