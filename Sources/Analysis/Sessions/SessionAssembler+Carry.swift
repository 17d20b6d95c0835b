import MailModel

/// Sessions on their way from one assembler to another.
extension SessionAssembler {
  mutating func takeOpen() -> OpenSessions {
    // What anvil will not name any more is not carried along: a state would carry it for ever.
    let moments = held.map { $0.session.lastLocal } + table.usedSlots.map { table.sessions[$0].lastLocal }
    if let latest = moments.max() { releaseHeld(before: latest &- SessionAssembler.anvilPatience) }
    var open = OpenSessions()
    for slot in table.usedSlots {
      let texts = table.texts(of: slot)
      open.sessions.append(portable(table.sessions[slot], helo: texts.helo, sender: texts.sender))
    }
    open.held = held.map { portable($0.session, helo: $0.helo, sender: []) }
    open.gate = gate
    table = SessionTable()
    held = []
    gate = GateWatch()
    return open
  }

  mutating func restore(_ open: OpenSessions) {
    for portable in open.sessions {
      // Two open sessions with one key cannot be; the later begin wins and the other ends here.
      if let slot = table.find(portable.state.key) { finish(slot) }
      let slot = table.insert(state(portable))
      table.setTexts(slot, helo: portable.helo, sender: portable.sender)
    }
    held += open.held.map { HeldSession(session: state($0), helo: $0.helo) }
    gate.merge(open.gate)
  }

  private func portable(_ state: SessionState, helo: [UInt8], sender: [UInt8]) -> OpenSessions.Portable {
    func text(_ id: UInt32, _ table: StringTable) -> [UInt8]? { id >= LoginKey.nobody ? nil : Array(table[id]) }
    return OpenSessions.Portable(
      state: state, helo: helo, sender: sender,
      label: state.label == SessionState.noLabel ? nil : labels[Int(state.label)],
      server: text(state.server, tally.servers),
      logins: state.logins.map { login in
        (text(login.name, tally.names), login.senders.map { text($0.sender, tally.senders) })
      },
      refusals: state.refusals.map { refusal in
        (
          text(refusal.login, tally.names), text(refusal.sender, tally.senders),
          text(refusal.reply, tally.replies) ?? []
        )
      },
      failures: state.failures.map { text($0.name, tally.failedNames) },
      relays: state.relays.map { text($0.sender, tally.senders) })
  }

  private mutating func state(_ portable: OpenSessions.Portable) -> SessionState {
    var state = portable.state
    func renumber(_ text: [UInt8]?, _ old: UInt32, _ table: inout StringTable) -> UInt32 {
      text.map { table.intern($0) } ?? old
    }
    state.label = portable.label.map { self.number(ofLabel: $0) } ?? SessionState.noLabel
    state.server = renumber(portable.server, LoginKey.nobody, &tally.servers)
    for i in state.logins.indices {
      state.logins[i].name = renumber(portable.logins[i].name, state.logins[i].name, &tally.names)
      for k in state.logins[i].senders.indices {
        let old = state.logins[i].senders[k].sender
        state.logins[i].senders[k].sender = renumber(portable.logins[i].senders[k], old, &tally.senders)
      }
    }
    for i in state.refusals.indices {
      let texts = portable.refusals[i]
      state.refusals[i].login = renumber(texts.login, state.refusals[i].login, &tally.names)
      state.refusals[i].sender = renumber(texts.sender, state.refusals[i].sender, &tally.senders)
      state.refusals[i].reply = tally.replies.intern(texts.reply)
    }
    for i in state.failures.indices {
      state.failures[i].name = renumber(portable.failures[i], state.failures[i].name, &tally.failedNames)
    }
    for i in state.relays.indices {
      state.relays[i].sender = renumber(portable.relays[i], state.relays[i].sender, &tally.senders)
    }
    return state
  }
}
