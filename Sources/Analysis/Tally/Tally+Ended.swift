import MailModel

/// Counting sessions that have ended, many at once; see `EndedSessions`.
extension Tally {
  /// Counts them and lets go of them.
  ///
  /// The steps from one look to the next are those of `StringTable` and `FactTable`: index, place, content. Each loop makes
  /// one step for all sessions. What a step finds may have moved until the next one; the last one looks for itself.
  mutating func count(_ ended: inout EndedSessions, keepsDays: Bool) {
    glanceAtIndexes(&ended)
    glanceAtPlaces(&ended)
    settleNumbers(&ended, keepsDays: keepsDays)
    countLogins(&ended, keepsDays: keepsDays)
    ended.clear()
  }

  private func glanceAtIndexes(_ ended: inout EndedSessions) {
    let texts = ended.words
    let words = texts.span
    var all = ended.sessions.mutableSpan
    for i in all.indices {
      if let client = all[i].client {
        let hash = visits.hash(AddressKey(address: client))
        all[i].visitHash = hash
        all[i].glances.visit = visits.glance(hash)
      }
      guard all[i].hasLogin else { continue }
      let name = all[i].nameText
      if name.count > 0 {
        let hash = names.hash(words, from: name.start, count: name.count)
        all[i].nameText.hash = hash
        all[i].glances.name = names.glance(hash)
      }
      let helo = all[i].heloText
      let hash = helos.hash(words, from: helo.start, count: helo.count)
      all[i].heloText.hash = hash
      all[i].glances.helo = helos.glance(hash)
    }
  }

  private func glanceAtPlaces(_ ended: inout EndedSessions) {
    var all = ended.sessions.mutableSpan
    for i in all.indices {
      let glances = all[i].glances
      all[i].glances.visit = visits.firstWord(glances.visit)
      guard all[i].hasLogin else { continue }
      all[i].glances.name = UInt64(names.start(glances.name))
      all[i].glances.helo = UInt64(helos.start(glances.helo))
    }
    for i in all.indices where all[i].hasLogin {
      let glances = all[i].glances
      all[i].glances.name = names.firstWord(UInt32(truncatingIfNeeded: glances.name))
      all[i].glances.helo = helos.firstWord(UInt32(truncatingIfNeeded: glances.helo))
    }
  }

  private mutating func settleNumbers(_ ended: inout EndedSessions, keepsDays: Bool) {
    let texts = ended.words
    let words = texts.span
    var all = ended.sessions.mutableSpan
    for i in all.indices {
      let address = visit(all[i].client, all[i].visit, hash: all[i].visitHash)
      all[i].address = address
      guard all[i].hasLogin else { continue }
      let (name, helo) = (all[i].nameText, all[i].heloText)
      if name.count > 0 {
        all[i].name = names.intern(words, from: name.start, count: name.count, hash: name.hash)
      }
      if helo.count > 0 {
        all[i].helo = helos.intern(words, from: helo.start, count: helo.count, hash: helo.hash)
      }
      let day = keepsDays ? all[i].localDay : Tally.anyDay
      let login = logins.hash(all[i].loginKey(day: day))
      let origin = authenticated.hash(all[i].originKey(day: day))
      all[i].loginHash = login
      all[i].originHash = origin
      all[i].glances.name = logins.glance(login)
      all[i].glances.helo = authenticated.glance(origin)
    }
    for i in all.indices where all[i].hasLogin {
      let glances = all[i].glances
      all[i].glances.name = logins.firstWord(glances.name)
      all[i].glances.helo = authenticated.firstWord(glances.helo)
    }
  }

  private mutating func countLogins(_ ended: inout EndedSessions, keepsDays: Bool) {
    var ofDay = (day: Tally.anyDay, counts: DayCounts())
    let all = ended.sessions.span
    for i in all.indices {
      let isDialogue = all[i].isDialogue
      let localDay = all[i].localDay
      sessions += 1
      if isDialogue { dialogueSessions += 1 }
      if keepsDays {
        add(DayVisitKey(day: localDay, address: all[i].address), all[i].visit)
        if ofDay.day != localDay {
          if ofDay.counts.sessions > 0 { dayCounts[ofDay.day, default: DayCounts()].merge(ofDay.counts) }
          ofDay = (localDay, DayCounts())
        }
        ofDay.counts.merge(DayCounts(sessions: 1, namelessLogins: 0, dialogueSessions: isDialogue ? 1 : 0))
      }
      guard all[i].hasLogin else { continue }
      let day = keepsDays ? localDay : Tally.anyDay
      let count = DayFact(sessions: 1, messages: all[i].login.messages)
      add(all[i].loginKey(day: day), all[i].login, hash: all[i].loginHash)
      add(all[i].originKey(day: day), count, hash: all[i].originHash)
      days.add(DayKey(day: localDay, claim: all[i].claim), count, evenIfFull: true)
    }
    if ofDay.counts.sessions > 0 { dayCounts[ofDay.day, default: DayCounts()].merge(ofDay.counts) }
  }
}

extension EndedSession {
  fileprivate func loginKey(day: Int32) -> LoginKey {
    LoginKey(identity: name, isSender: false, address: address, claim: claim, helo: helo, day: day)
  }

  fileprivate func originKey(day: Int32) -> OriginKey { OriginKey(address: address, claim: claim, day: day) }
}
