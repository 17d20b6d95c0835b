import MailModel

/// Who submits.
extension ReportBuilder {
  /// The place in `users` of an identity's draft, made if it is new.
  mutating func user(_ identity: Int32, _ kind: IdentityKind) -> Int {
    let known = userOfIdentity[Int(identity)]
    if known >= 0 { return Int(known) }
    users.append(UserDraft(identity: identity, kind: kind))
    userOfIdentity[Int(identity)] = Int32(users.count - 1)
    return users.count - 1
  }

  /// Whether an identity has no text: nobody can be told by it.
  func isNameless(_ identity: Int32) -> Bool { identities.texts[Int(identity)].isEmpty }

  /// Whether a port is known and is to be closed for submission.
  func isLegacy(_ port: Int) -> Bool { port != UserDraft.unknownPort && !input.policy.isSubmission(port) }

  mutating func gatherLogins() {
    leastHELO = Array(repeating: LoginKey.nobody, count: isClientAddress.count)
    let isInClear = ports.indices.map { self.isInClear(UInt32($0)) }
    let rows = tally.logins.entries
    // Room that is not used is not taken; an array that grows is there twice for a moment.
    sightings.reserveCapacity(rows.count + tally.relays.entries.count + tally.refusals.entries.count)
    for i in rows.indices {
      // Row by row in its place: a row is of some two hundred bytes.
      let key = rows[i].key
      let claim = Int(key.claim)
      // What stays within the machine crosses no network.
      let inClear =
        isInClear[claim] && rows[i].value.withoutVisibleTLS > 0
          && !(tally.address(key.address).map { own.contains($0) } ?? false)
        ? rows[i].value.withoutVisibleTLS : 0
      plaintextLogins += inClear
      noteHELO(key.helo, at: key.address)
      guard key.identity < LoginKey.nobody else {
        noteAddress(key.address, .login, rows[i].value.span, key.claim)
        continue
      }
      let identity = key.isSender ? identityOfSender[Int(key.identity)] : identityOfName[Int(key.identity)]
      if isNameless(identity) { continue }
      // Behind a login without a readable name a redirected message has a sender from elsewhere, who is no user here.
      if key.isSender, input.knowsLocalDomains, !isLocalIdentity[Int(identity)] { continue }
      let number = user(identity, key.isSender ? .authenticatedSender : .authenticated)
      if !key.isSender { users[number].kind = .authenticated }
      let port = ports[claim].port
      users[number].logIn(port ?? UserDraft.unknownPort, rows[i].value)
      let span = rows[i].value.span
      users[number].readiness.sawLogin(on: port, at: span.lastAt, input.policy)
      users[number].plaintextLogins += inClear
      sightings.append(
        ClientSighting(
          user: Int32(number), address: key.address, helo: key.helo, port: Int32(port ?? UserDraft.unknownPort),
          logins: rows[i].value.sessions, lastAt: span.lastAt, source: .login))
      let shown = port ?? UserDraft.unknownPort
      users[number].note(
        EvidenceDraft(at: span.firstAt, mark: span.firstMark, claim: key.claim, what: .login, port: shown))
      users[number].note(
        EvidenceDraft(at: span.lastAt, mark: span.lastMark, claim: key.claim, what: .login, port: shown))
    }
    for i in tally.authenticated.entries.indices {
      isClientAddress[place(tally.authenticated.entries[i].key.address)] = true
    }
    tally.dropLogins()
  }

  /// Keeps the last line of something that an address did.
  mutating func noteAddress(_ address: UInt32, _ what: EvidenceKind, _ span: SessionSpan, _ claim: UInt32) {
    addressEvidence.note(place(address), what, span, claim)
  }

  /// Keeps the least HELO name of each address.
  mutating func noteHELO(_ helo: UInt32, at address: UInt32) {
    guard helo < LoginKey.nobody else { return }
    let place = place(address)
    let known = leastHELO[place]
    if known < LoginKey.nobody, known == helo || helos[Int(known)] <= helos[Int(helo)] { return }
    leastHELO[place] = helo
  }

  /// Whether a login without visible TLS was in clear on this port.
  ///
  /// Not every log shows TLS from the first byte; so an unknown port may have been the one with it, unless the server logs TLS.
  func isInClear(_ claim: UInt32) -> Bool {
    guard let port = ports[Int(claim)].port else {
      return tally.tlsLoggingServers.contains(tally.claims[Int(claim)].server)
        && tally.claims[Int(claim)].isPlainService && !tally.claims[Int(claim)].isBeforeTLSLog
    }
    return !input.policy.submissionsPorts.contains(port)
  }

  mutating func gatherRelays() {
    for (key, fact) in tally.relays.pairs {
      noteHELO(key.helo, at: key.address)
      noteAddress(key.address, .relay, fact.span, key.claim)
      guard key.sender < LoginKey.nobody else { continue }
      let identity = identityOfSender[Int(key.sender)]
      guard !isNameless(identity), isLocalIdentity[Int(identity)] else { continue }
      let number = user(identity, .envelopeSender)
      users[number].lastRelayed = max(users[number].lastRelayed ?? fact.span.lastAt, fact.span.lastAt)
      sightings.append(
        ClientSighting(user: Int32(number), address: key.address, helo: key.helo, source: .relay))
      users[number].note(
        EvidenceDraft(
          at: fact.span.lastAt, mark: fact.span.lastMark, claim: key.claim, what: .relay,
          port: ports[Int(key.claim)].port ?? UserDraft.unknownPort))
    }
  }

  mutating func gatherFailures() {
    for (key, fact) in tally.failures.pairs where key.name < LoginKey.nobody {
      // Only a login that succeeded somewhere makes a name somebody's; a guessed name is nobody.
      guard let identity = identities.known(resolver.identity(tally.failedNames[key.name])) else { continue }
      let number = Int(userOfIdentity[Int(identity)])
      if number >= 0, users[number].kind == .authenticated { users[number].failedLogins += fact.count }
    }
  }

  /// The users in their order; `addresses` are those that have a number, `texts` what they look like.
  mutating func userReports(_ texts: [String], _ addresses: [IPAddress]) -> [UserReport] {
    var clients = ClientReports(
      of: sightings, users: users.count, addresses: addresses, texts: texts, own: own, helos: helos,
      policy: input.policy, seed: tally.seed)
    sightings = []
    var ranks = users.indices.map { number in
      UserRank(
        number: number, legacyMessages: legacyMessages(users[number]),
        identity: identities.texts[Int(users[number].identity)])
    }
    ranks.sort { [users, identities] in
      UserRank.precedes($0, $1) { identities.texts[Int(users[$0].identity)] }
    }
    var reports: [UserReport] = []
    reports.reserveCapacity(users.count)
    for rank in ranks {
      reports.append(report(of: users[rank.number], clients: clients.reports(of: rank.number)))
      users[rank.number].dropLists()
    }
    return reports
  }

  private mutating func report(of user: UserDraft, clients: [ClientReport]) -> UserReport {
    let chosen = user.chosenEvidence(input.policy)
    var evidence: [EvidenceReference] = []
    evidence.reserveCapacity(chosen.count)
    for draft in chosen {
      if let reference = reference(draft) { evidence.append(reference) }
    }
    let rule = user.settledReadiness
    var report = UserReport(
      identity: identities.texts[Int(user.identity)], kind: user.kind, readiness: rule.readiness,
      failedLogins: user.failedLogins, plaintextLogins: user.plaintextLogins, senders: user.senders.count,
      clients: clients, evidence: evidence,
      lastRefusedAt: user.readiness.lastOfAll, lastRelayedAt: user.lastRelayed)
    if rule.isRefusedLast, report.readiness != .ready { report.isRefusedLast = true }
    if user.ports.isEmpty, user.lastRelayed == nil, !user.isBelieved { report.isClaim = true }
    if user.ports.count == 1 {
      report.ports = [ReportBuilder.portName(user.ports[0].port): user.ports[0].use]
    } else {
      for (port, use) in user.ports { report.ports[ReportBuilder.portName(port)] = use }
    }
    report.refusals = shared.table(user.refusals.map { ($0.refusalClass.rawValue, $0.count) })
    return report
  }

  private func legacyMessages(_ user: UserDraft) -> Int {
    user.ports.reduce(0) { sum, entry in isLegacy(entry.port) ? sum + entry.use.messages : sum }
  }
}

extension ReadinessRule {
  mutating func sawLogin(on port: Int?, at moment: Timestamp, _ policy: PortPolicy) {
    guard let port else {
      lastUnknown = max(lastUnknown ?? moment, moment)
      return
    }
    if policy.isSubmission(port) {
      lastSubmission = max(lastSubmission ?? moment, moment)
    } else {
      lastLegacy = max(lastLegacy ?? moment, moment)
    }
  }
}
