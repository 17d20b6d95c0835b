import MailModel

/// Sessions on their way from one assembler to another.
extension SessionAssembler {
  mutating func takeOpen() -> OpenSessions {
    // What anvil will not name any more is not carried along: a state would carry it for ever. By the last line, as while lines
    // are read: where the clock was set back (03:00 is 02:00 again), the latest moment is one of before.
    if !lastTime.isUndated {
      releaseHeld(before: lastTime.local &- SessionAssembler.anvilPatience)
      releaseWaiting(before: lastTime.local &- SessionAssembler.followPatience)
    }
    var open = OpenSessions()
    open.recents = recentsInQuestion()
    for slot in table.usedSlots {
      settleName(slot)
      let texts = table.texts(of: slot)
      open.sessions.append(
        portable(table.sessions[slot], table.details[slot], helo: texts.helo, sender: texts.sender))
    }
    for waiting in held.all { open.held.append(portable(ended: waiting.slot)) }
    for slot in followed.waiting { open.waiting.append(portable(ended: slot)) }
    open.gate = gate
    // Of more servers than there is room for, those without a name are one, of which nothing is known.
    func name(_ server: UInt32) -> [UInt8]? { server < LoginKey.nobody ? tally.servers[server] : nil }
    open.servers = watch.watched.compactMap { watched in name(watched.server).map { ($0, watched.history) } }
    watch.clear()
    table = SessionTable()
    held = HeldSessions()
    followed = FollowedMessages()
    followedIDs = MessageFilter()
    gate = GateWatch()
    recents = RecentConnections()
    return open
  }

  /// The connections that anvil could mean beside one of the sessions whose port it may still tell.
  private func recentsInQuestion() -> [RecentConnections.Connection] {
    var begins: [RecentConnections.Connection: [Int64]] = [:]
    func note(_ session: SessionState) {
      guard let client = session.client, session.label != SessionState.noLabel else { return }
      begins[.init(host: session.key.high, client: client, at: 0), default: []].append(session.begin.local)
    }
    for waiting in held.all { note(table.sessions[waiting.slot]) }
    for slot in table.usedSlots { note(table.sessions[slot]) }
    return recents.all.filter { connection in
      begins[.init(host: connection.host, client: connection.client, at: 0)]?.contains {
        abs($0 - connection.at) <= 2000
      } ?? false
    }
  }

  mutating func restore(_ open: OpenSessions) {
    // First, since sessions may end here.
    for known in open.servers { watch.restore(tally.servers.intern(known.name), known.history) }
    for portable in open.sessions {
      // Two open sessions with one key cannot be; the later begin wins and the other ends here.
      if let slot = table.find(portable.state.key) { finish(slot) }
      let slot = table.insert(
        state(portable), details(portable), helo: portable.helo, sender: portable.sender)
      restoreMessages(slot)
    }
    for portable in open.held {
      held.append(HeldSession(slot: shelve(portable), begin: portable.state.begin.local))
    }
    for portable in open.waiting { followed.wait(shelve(portable)) }
    for connection in open.recents { recents.append(connection) }
    gate.merge(open.gate)
  }

  /// Takes in a session that has ended.
  private mutating func shelve(_ portable: OpenSessions.Portable) -> Int {
    var details = details(portable)
    details.helo = PackedText(portable.helo)
    let slot = table.shelve(state(portable), details)
    restoreMessages(slot)
    return slot
  }

  /// A session that has ended, which needs no envelope sender any more.
  private mutating func portable(ended slot: Int) -> OpenSessions.Portable {
    settleName(slot)
    let details = table.details[slot]
    return portable(table.sessions[slot], details, helo: details.helo.bytes, sender: [])
  }

  private func portable(
    _ state: SessionState, _ details: SessionDetails, helo: [UInt8], sender: [UInt8]
  ) -> OpenSessions.Portable {
    func text(_ id: UInt32, _ table: StringTable) -> [UInt8]? { id >= LoginKey.nobody ? nil : table[id] }
    return OpenSessions.Portable(
      state: state, details: details, helo: helo, sender: sender,
      label: state.label == SessionState.noLabel ? nil : labels[Int(state.label)],
      server: text(state.server, tally.servers),
      logins: details.logins.map { login in
        (text(login.name, tally.names), login.senders.map { text($0.sender, tally.senders) })
      },
      refusals: details.refusals.map { refusal in
        (
          text(refusal.login, tally.names), text(refusal.sender, tally.senders),
          text(refusal.reply, tally.replies) ?? []
        )
      },
      failures: details.failures.map { text($0.name, tally.failedNames) },
      relays: details.relays.map { text($0.sender, tally.senders) })
  }

  private mutating func state(_ portable: OpenSessions.Portable) -> SessionState {
    var state = portable.state
    state.label = portable.label.map { self.number(ofLabel: $0) } ?? SessionState.noLabel
    state.server = portable.server.map { tally.servers.intern($0) } ?? LoginKey.nobody
    return state
  }

  private mutating func details(_ portable: OpenSessions.Portable) -> SessionDetails {
    var details = portable.details
    func renumber(_ text: [UInt8]?, _ old: UInt32, _ table: inout StringTable) -> UInt32 {
      text.map { table.intern($0) } ?? old
    }
    for i in details.logins.indices {
      details.logins[i].name = renumber(portable.logins[i].name, details.logins[i].name, &tally.names)
      for k in details.logins[i].senders.indices {
        let old = details.logins[i].senders[k].sender
        details.logins[i].senders[k].sender = renumber(portable.logins[i].senders[k], old, &tally.senders)
      }
    }
    for i in details.refusals.indices {
      let texts = portable.refusals[i]
      details.refusals[i].login = renumber(texts.login, details.refusals[i].login, &tally.names)
      details.refusals[i].sender = renumber(texts.sender, details.refusals[i].sender, &tally.senders)
      details.refusals[i].reply = tally.replies.intern(texts.reply)
    }
    for i in details.failures.indices {
      details.failures[i].name = renumber(portable.failures[i], details.failures[i].name, &tally.failedNames)
    }
    for i in details.relays.indices {
      details.relays[i].sender = renumber(portable.relays[i], details.relays[i].sender, &tally.senders)
    }
    return details
  }
}
