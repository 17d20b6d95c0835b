import MailModel

/// Counting sessions that have ended, many at once; see `EndedSessions`.
extension Tally {
  /// Counts them and lets go of them.
  ///
  /// The steps from one look to the next are those of `StringTable` and `FactTable`: index, place, content. What a step
  /// brings near is looked for again by the last one, since tables grow meanwhile.
  mutating func count(_ ended: inout EndedSessions, keepsDays: Bool) {
    hash(&ended)
    bringTextsNear(ended)
    settleNumbers(&ended, keepsDays: keepsDays)
    bringLoginsNear(ended, keepsDays: keepsDays)
    countLogins(&ended, keepsDays: keepsDays)
    ended.clear()
  }

  private func hash(_ ended: inout EndedSessions) {
    let texts = ended.words
    let words = texts.span
    var all = ended.sessions.mutableSpan
    for i in all.indices {
      if let client = all[i].client { all[i].visitHash = visits.hash(AddressKey(address: client)) }
      guard all[i].hasLogin else { continue }
      let (name, helo) = (all[i].nameText, all[i].heloText)
      all[i].nameText.hash = names.hash(words, from: name.start, count: name.count)
      all[i].heloText.hash = helos.hash(words, from: helo.start, count: helo.count)
    }
  }

  // Short loops, each of which does nothing but one look for every session: so many of them are under way at once that
  // the processor waits for all as long as for one.

  private func bringTextsNear(_ ended: EndedSessions) {
    let all = ended.sessions.span
    var near = EndedSessions.Words(repeating: 0)
    var far = EndedSessions.Words(repeating: 0)
    for i in all.indices { near[i] = visits.glance(all[i].visitHash) }
    for i in all.indices { far[i] = names.glance(all[i].nameText.hash) }
    for i in all.indices { near[i] = visits.firstWord(near[i]) }
    for i in all.indices { near[i] = helos.glance(all[i].heloText.hash) }
    for i in all.indices { far[i] = names.start(far[i]) }
    for i in all.indices { near[i] = helos.start(near[i]) }
    for i in all.indices { far[i] = names.firstWord(far[i]) }
    for i in all.indices { near[i] = helos.firstWord(near[i]) }
  }

  private func bringLoginsNear(_ ended: EndedSessions, keepsDays: Bool) {
    let all = ended.sessions.span
    var near = EndedSessions.Words(repeating: 0)
    var far = EndedSessions.Words(repeating: 0)
    for i in all.indices { near[i] = logins.glance(all[i].loginHash) }
    for i in all.indices { far[i] = authenticated.glance(all[i].originHash) }
    for i in all.indices { near[i] = logins.firstWord(near[i]) }
    for i in all.indices { far[i] = authenticated.firstWord(far[i]) }
    guard keepsDays else { return }
    for i in all.indices { near[i] = dayVisits.glance(all[i].dayVisitHash) }
    for i in all.indices { near[i] = dayVisits.firstWord(near[i]) }
  }

  private mutating func settleNumbers(_ ended: inout EndedSessions, keepsDays: Bool) {
    let texts = ended.words
    let words = texts.span
    var all = ended.sessions.mutableSpan
    for i in all.indices {
      all[i].address = visit(all[i].client, all[i].visit, hash: all[i].visitHash)
      if keepsDays { all[i].dayVisitHash = dayVisits.hash(all[i].dayVisitKey) }
      guard all[i].hasLogin else { continue }
      let (name, helo) = (all[i].nameText, all[i].heloText)
      if name.count > 0 { all[i].name = names.intern(words, from: name.start, count: name.count, hash: name.hash) }
      if helo.count > 0 { all[i].helo = helos.intern(words, from: helo.start, count: helo.count, hash: helo.hash) }
      let day = keepsDays ? all[i].localDay : Tally.anyDay
      all[i].loginHash = logins.hash(all[i].loginKey(day: day))
      all[i].originHash = authenticated.hash(all[i].originKey(day: day))
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
        add(all[i].dayVisitKey, all[i].visit, hash: all[i].dayVisitHash)
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
  fileprivate var dayVisitKey: DayVisitKey { DayVisitKey(day: localDay, address: address) }

  fileprivate func loginKey(day: Int32) -> LoginKey {
    LoginKey(identity: name, isSender: false, address: address, claim: claim, helo: helo, day: day)
  }

  fileprivate func originKey(day: Int32) -> OriginKey { OriginKey(address: address, claim: claim, day: day) }
}
