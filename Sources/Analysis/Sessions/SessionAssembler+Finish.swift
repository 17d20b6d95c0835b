import MailModel

/// The end of a session: what it said becomes facts.
extension SessionAssembler {
  mutating func finish(_ slot: Int) {
    if table.sessions[slot].summaryAwaitsReply { acceptMessage(slot, at: table.sessions[slot].mark) }
    guard table.sessions[slot].counts else {
      if !table.sessions[slot].isOutgoing { countFailures(slot) }
      letGoOfMessages(slot)
      table.remove(slot)
      return
    }
    table.retire(slot)
    let session = table.sessions[slot]
    var known: UInt32?
    // A plain service whose port nothing tells waits for anvil.
    if session.label != SessionState.noLabel, session.isOfInterest, session.anvilPort == 0, !session.isHeadless {
      let claim = claim(of: session)
      // So does one whose port a list of services tells, or a calibration: anvil may say that it is of a later day.
      if tally.claims[Int(claim)].evidence == .none || PortSettlement.isOpen(tally.claims[Int(claim)]) {
        if labelTraits[Int(session.label)].isPlain { notePlain(session, claim) }
        held.append(HeldSession(slot: slot, begin: session.begin.local))
        return
      }
      known = claim
    }
    conclude(slot, session, claim: known)
  }

  /// Counts a session that has ended, and frees its slot.
  ///
  /// - Parameter known: its claim, where that was asked for just now.
  private mutating func conclude(_ slot: Int, _ session: SessionState, claim known: UInt32?) {
    if session.awaitsDelivery {
      if session.deliveries > 0 {
        // What it shows of its server is to be known to all that are judged meanwhile.
        _ = noteServer(of: session, claim: known)
        followed.wait(slot)
        return
      }
      // None of its messages was taken.
      letGoOfMessages(slot)
    }
    if !context.joinsConnections, table.details[slot].isPlain(sawLogin: session.sawLogin) {
      enqueue(slot, session, claim: known)
    } else {
      settleName(slot)
      count(slot, session, claim: known)
    }
    table.release(slot)
  }

  /// Counts a session that has waited for what becomes of its messages.
  mutating func conclude(_ slot: Int) { conclude(slot, table.sessions[slot], claim: nil) }

  /// Counts a session that was held.
  mutating func conclude(_ held: HeldSession) { conclude(held.slot) }

  /// Counts the failed logins of a session that is none: a guesser whose connect line the log lacks has guessed all the same.
  private mutating func countFailures(_ slot: Int) {
    guard !table.details[slot].failures.isEmpty, let moment = momentInWindow(table.sessions[slot]) else { return }
    let visit = AddressFact(sessions: 0, deliveries: 0, firstAt: moment, lastAt: moment)
    let address = tally.visit(table.sessions[slot].client, visit)
    let day = context.keepsDays ? localDay(of: table.sessions[slot]) : Tally.anyDay
    if context.keepsDays { tally.add(DayVisitKey(day: day, address: address), visit) }
    count(table.details[slot].failures, at: address, on: day, moment)
  }

  private mutating func count(_ failures: [PendingFailure], at address: UInt32, on day: Int32, _ moment: Timestamp) {
    for failure in failures {
      tally.add(
        FailedLoginKey(name: failure.name, address: address, day: day),
        FailedLoginFact(count: failure.count, lastAt: moment, lastMark: failure.mark))
    }
  }

  /// Puts a session of which little is to be said, but for its login, among those that are counted together, unless it began outside
  /// the window.
  private mutating func enqueue(_ slot: Int, _ session: SessionState, claim known: UInt32?) {
    let noted = noteServer(of: session, claim: known)
    guard let moment = momentInWindow(session) else { return }
    let claim = session.isOfInterest ? noted ?? claim(of: session) : noted
    ended.sessions.append(
      EndedSession(
        client: session.client, visit: visit(of: session, at: moment), localDay: localDay(of: session),
        isDialogue: session.isDialogue, hasLogin: session.sawLogin, claim: claim ?? 0))
    if session.sawLogin {
      ended.keep(
        table.details[slot].logins.firstFact(at: moment), table.details[slot].logins.firstName,
        text: table.details[slot].loginName, helo: table.details[slot].helo)
    }
    if ended.isFull { countEnded() }
  }

  /// Counts the sessions that wait for others to be counted with.
  mutating func countEnded() { tally.count(&ended, keepsDays: context.keepsDays) }

  /// When a session began, if that is within the window.
  private mutating func momentInWindow(_ session: SessionState) -> Timestamp? {
    let moment = context.zone.moment(session.begin)
    if context.since.map({ moment < $0 }) ?? false || context.until.map({ moment >= $0 }) ?? false {
      tally.sessionsOutside += 1
      return nil
    }
    return moment
  }

  /// Remembers what a server's log shows; most sessions are of the server of the last one.
  private mutating func noteServer(_ server: UInt32, logsTLS: Bool) {
    if logsTLS {
      if lastTLSLogger != server { tally.tlsLoggingServers.insert(server) }
      lastTLSLogger = server
    } else {
      if lastLabeller != server { tally.labellingServers.insert(server) }
      lastLabeller = server
    }
  }

  /// Remembers what a session shows of its server: that holds whether the session lies within the window or not.
  ///
  /// - Parameter known: the session's claim, where that was asked for just now.
  /// - Returns: the claim of a session whose service has a label.
  @inline(__always)
  private mutating func noteServer(of session: SessionState, claim known: UInt32?) -> UInt32? {
    guard session.label != SessionState.noLabel else { return nil }
    if session.sawTLSLine { noteServer(session.server, logsTLS: true) }
    let claim = known ?? claim(of: session)
    if labelTraits[Int(session.label)].isPlain { notePlain(session, claim) }
    if tally.claims[Int(claim)].evidence == .serviceLabel,
      context.ports.policy.isSubmission(Int(tally.claims[Int(claim)].port))
    {
      noteServer(session.server, logsTLS: false)
      // "postfix-submission" stands beside "postfix", as "postfix/submission" does.
      if labelTraits[Int(session.label)].standsAlone {
        noteServer(server(session.key, SessionState.noLabel), logsTLS: false)
      }
    }
    return claim
  }

  private func visit(of session: SessionState, at moment: Timestamp) -> AddressFact {
    // What comes to a service of its own name without a login comes from a content filter, but not what comes to one for submission.
    let isPlain =
      session.label != SessionState.noLabel
      && (labelTraits[Int(session.label)].isPlain || labelTraits[Int(session.label)].namesSubmission)
    return AddressFact(
      sessions: 1, deliveries: session.deliveries, unfollowed: isPlain ? session.deliveries : 0, firstAt: moment,
      lastAt: moment)
  }

  /// Counts a session by itself.
  ///
  /// Lists of its details are held while they are read, and let go of before the slot is freed.
  @inline(never)
  private mutating func count(_ slot: Int, _ session: SessionState, claim known: UInt32?) {
    let waiting =
      context.joinsConnections ? standInLine(session, at: context.zone.moment(session.begin)) : nil
    let noted = noteServer(of: session, claim: known)
    guard let moment = momentInWindow(session) else { return }
    tally.sessions += 1
    if session.isDialogue { tally.dialogueSessions += 1 }
    let visit = visit(of: session, at: moment)
    let address = tally.visit(session.client, visit)
    let localDay = localDay(of: session)
    let day = context.keepsDays ? localDay : Tally.anyDay
    if context.keepsDays {
      tally.add(DayVisitKey(day: day, address: address), visit)
      tally.dayCounts[day, default: DayCounts()].merge(
        DayCounts(
          sessions: 1, namelessLogins: table.details[slot].logins.count { $0.name == LoginKey.nobody },
          dialogueSessions: session.isDialogue ? 1 : 0))
    }
    if !table.details[slot].failures.isEmpty { count(table.details[slot].failures, at: address, on: day, moment) }
    guard session.isOfInterest else { return }
    let claim = waiting ?? noted ?? claim(of: session)
    let hasHELO = !table.details[slot].helo.isEmpty
    let heloNumber = hasHELO ? tally.helos.intern(table.details[slot].helo) : LoginKey.nobody
    if session.sawLogin { countLogins(table.details[slot].logins, address, claim, heloNumber, moment, localDay) }
    for refusal in table.details[slot].refusals {
      // What was taken last counts: the session with its login is to lie behind a refusal that a message followed.
      let at = refusal.isFollowed ? Timestamp(milliseconds: moment.milliseconds - 1) : moment
      tally.add(
        RefusalKey(
          login: refusal.login, sender: refusal.sender, address: address, claim: claim, reply: refusal.reply,
          helo: heloNumber,
          isLoggedIn: refusal.isLoggedIn, answersAuth: refusal.answersAuth, day: day),
        RefusalFact(count: refusal.count, span: SessionSpan(at: at, mark: refusal.mark)))
    }
    for relay in table.details[slot].relays {
      tally.add(
        RelayKey(sender: relay.sender, address: address, claim: claim, helo: heloNumber, day: day),
        RelayFact(messages: relay.messages, span: SessionSpan(at: moment, mark: relay.mark)))
    }
  }

  /// The day on which a session began, as the server's clock says it.
  private func localDay(of session: SessionState) -> Int32 {
    Int32(truncatingIfNeeded: CivilDate.number(ofDayAt: session.begin.local))
  }

  private mutating func countLogins(
    _ logins: LoginList, _ address: UInt32, _ claim: UInt32, _ helo: UInt32, _ moment: Timestamp,
    _ localDay: Int32
  ) {
    let day = context.keepsDays ? localDay : Tally.anyDay
    var messages = 0
    var counted: [LoginKey] = []
    for login in logins {
      messages += login.messages
      if login.name == LoginKey.nobody { tally.namelessLogins += 1 }
      // A session counts once for each name, however often that name logged in.
      var rows: [(UInt32, Bool, Int)] = [(login.name, false, login.messages)]
      if login.name == LoginKey.nobody, !login.senders.isEmpty {
        rows = login.senders.map { ($0.sender, true, $0.messages) }
      }
      for (row, (identity, isSender, count)) in rows.enumerated() {
        let key = LoginKey(
          identity: identity, isSender: isSender, address: address, claim: claim, helo: helo, day: day)
        let isFirst = !counted.contains(key)
        if isFirst { counted.append(key) }
        tally.add(
          key,
          LoginFact(
            sessions: isFirst ? 1 : 0, messages: count, withoutVisibleTLS: row == 0 ? login.plaintext : 0,
            senders: isSender ? SenderSketch() : login.sketch,
            span: SessionSpan(at: moment, mark: login.mark)))
      }
    }
    tally.days.add(DayKey(day: localDay, claim: claim), DayFact(sessions: 1, messages: messages), evenIfFull: true)
    tally.add(OriginKey(address: address, claim: claim, day: day), DayFact(sessions: 1, messages: messages))
  }

  /// Whether a label leaves it to the server's other labels which port it stands for; a list of services that names it has
  /// said what there is to say.
  private func isPlainService(_ label: UInt32) -> Bool {
    label != SessionState.noLabel && labelTraits[Int(label)].isPlain && !labelTraits[Int(label)].isInServices
  }

  /// The number of the session's port claim.
  mutating func claim(of session: SessionState) -> UInt32 {
    let hasBegin = session.client != nil && !session.isHeadless
    let isOfWatched = session.label != SessionState.noLabel && session.server != LoginKey.nobody
    let stand =
      isOfWatched && !session.begin.isUndated
      ? watch.stand(
        of: session.server, begin: session.begin.local, isPlain: labelTraits[Int(session.label)].isPlain)
      : ServerWatch.Stand()
    let key = ClaimMemoKey(
      session, hasBegin: hasBegin, isFromOutside: session.isFromOutside && hasServices, stand: stand)
    // Sessions of several services and flags follow one another; most combinations find a place of their own.
    let place = key.place
    if let last = lastClaims[place], last.key == key { return last.claim }
    if let known = memos[key] {
      lastClaims[place] = (key, known)
      return known
    }
    let number = newClaim(of: session, hasBegin: hasBegin, stand)
    if memos.count < 10_000 { memos[key] = number }
    lastClaims[place] = (key, number)
    return number
  }

  /// Asks the rules for the session's port claim.
  @inline(never)
  private mutating func newClaim(of session: SessionState, hasBegin: Bool, _ stand: ServerWatch.Stand) -> UInt32 {
    let label =
      session.label == SessionState.noLabel ? nil : String(decoding: labels[Int(session.label)], as: UTF8.self)
    let facts = SessionPortFacts(
      loggedPort: session.loggedPort, gatePort: session.isHandedOn ? 0 : session.gatePort,
      anvilPort: session.anvilPort, pathPort: session.pathPort,
      label: label, listener: session.listener, usesTLS: session.usesTLS, usedStarttls: session.usedStarttls,
      hasCounters: session.hasCounters, sawLogin: session.sawLogin, isFromOutside: session.isFromOutside,
      isHandedOn: session.isHandedOn)
    let (port, evidence) = PortEvidenceRules.claim(facts, context.ports)
    var claim = PortClaim(
      port: port, evidence: evidence, server: session.server, format: session.format,
      isPlainService: isPlainService(session.label) && !session.isHandedOn)
    claim.isBeforeTLSLog = stand.isBeforeTLSLog
    // A list of services, or a calibration, leaves one port for the plain label because other services have labels.
    if session.label != SessionState.noLabel, labelTraits[Int(session.label)].isPlain, !session.isHandedOn {
      if evidence == .services { claim.isPlainService = context.ports.labelsSubmission }
      if evidence == .calibrated { claim.isPlainService = context.ports.calibratesLabels }
    }
    if PortSettlement.isOpen(claim) { claim.since = stand.since }
    if evidence == .none, hasBegin { claim.hints.insert(.begin) }
    // What was said between a front and Postfix says nothing of the client's own connection.
    if evidence == .none, !session.isHandedOn {
      if session.sawLogin { claim.hints.insert(.login) }
      if session.usesTLS { claim.hints.insert(.tls) }
      if session.usedStarttls { claim.hints.insert(.starttls) }
      if session.hasCounters || (session.isDialogue && !session.isHeadless) { claim.hints.insert(.commands) }
      if session.listener != nil { claim.hints.insert(.listener) }
      if session.isRefusedWithoutLogin { claim.hints.insert(.refusedWithoutLogin) }
    }
    return tally.number(of: claim)
  }
}
