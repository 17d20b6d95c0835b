import MailModel

/// Who submits.
extension ReportBuilder {
  /// The number of an identity's draft, made if it is new.
  mutating func user(_ identity: String, _ kind: IdentityKind) -> Int {
    if let known = userNumbers[identity] { return known }
    users.append(UserDraft(identity: identity, kind: kind))
    userNumbers[identity] = users.count - 1
    return users.count - 1
  }

  mutating func gatherLogins() {
    var userOfName = [Int](repeating: -1, count: names.count)
    var userOfSender = [Int](repeating: -1, count: senders.count)
    leastHELO = Array(repeating: LoginKey.nobody, count: tally.visits.entries.count + 1)
    sightings.reserveCapacity(tally.logins.entries.count)
    for (key, fact) in tally.logins.pairs {
      if isInClear(key.claim) { plaintextLogins += fact.withoutVisibleTLS }
      noteHELO(key.helo, at: key.address)
    }
    for (key, fact) in tally.logins.pairs where key.identity < LoginKey.nobody {
      let id = Int(key.identity)
      var number = key.isSender ? userOfSender[id] : userOfName[id]
      if number < 0 {
        let identity = key.isSender ? senders[id] : names[id]
        guard !identity.isEmpty else { continue }
        number = user(identity, key.isSender ? .authenticatedSender : .authenticated)
        if key.isSender { userOfSender[id] = number } else { userOfName[id] = number }
      }
      if !key.isSender { users[number].kind = .authenticated }
      let (port, evidence) = ports[Int(key.claim)]
      let portNumber = port ?? UserDraft.unknownPort
      let span = fact.span
      users[number].logIn(portNumber, fact)
      users[number].readiness.sawLogin(on: port, at: span.lastAt, input.policy)
      if isInClear(key.claim) { users[number].plaintextLogins += fact.withoutVisibleTLS }
      sightings.append(
        ClientSighting(
          user: Int32(number), address: key.address, helo: key.helo, port: Int32(portNumber), source: .login,
          logins: fact.sessions, messages: fact.messages, lastAt: span.lastAt))
      let name = portNames[Int(key.claim)]
      users[number].note(
        EvidenceDraft(mark: span.firstMark, at: span.firstAt, what: .login, port: name, portEvidence: evidence))
      users[number].note(
        EvidenceDraft(mark: span.lastMark, at: span.lastAt, what: .login, port: name, portEvidence: evidence))
      seenFrom.add(number, from: key.address)
    }
    for (key, _) in tally.authenticated.pairs { clientAddresses.insert(key.address) }
    tally.dropLogins()
  }

  /// Keeps the least HELO name of each address.
  mutating func noteHELO(_ helo: UInt32, at address: UInt32) {
    guard helo < LoginKey.nobody else { return }
    let place = min(Int(address), leastHELO.count - 1)
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
        && tally.claims[Int(claim)].isPlainService
    }
    return !input.policy.submissionsPorts.contains(port)
  }

  mutating func gatherRelays() {
    for (key, fact) in tally.relays.pairs {
      noteHELO(key.helo, at: key.address)
      guard key.sender < LoginKey.nobody else { continue }
      let identity = senders[Int(key.sender)]
      guard !identity.isEmpty, isLocal(identity) else { continue }
      let number = user(identity, .envelopeSender)
      sightings.append(
        ClientSighting(user: Int32(number), address: key.address, helo: key.helo, source: .relay))
      users[number].note(
        EvidenceDraft(
          mark: fact.span.lastMark, at: fact.span.lastAt, what: .relay, port: portNames[Int(key.claim)],
          portEvidence: ports[Int(key.claim)].evidence))
      seenFrom.add(number, from: key.address)
    }
  }

  mutating func gatherFailures() {
    for (key, fact) in tally.failures.pairs where key.name < LoginKey.nobody {
      // Only a login that succeeded somewhere makes a name somebody's; a guessed name is nobody.
      guard let number = userNumbers[resolver.identity(tally.failedNames[key.name])],
        users[number].kind == .authenticated
      else { continue }
      users[number].failedLogins += fact.count
    }
  }

  mutating func userReports() -> [UserReport] {
    sightings.sort(by: ClientSighting.precedes)
    // Behind one address there may be an office; one address with one HELO name is one program.
    for i in sightings.indices
    where i == 0 || sightings[i].client != sightings[i - 1].client || sightings[i].user != sightings[i - 1].user {
      usersOfClient[sightings[i].client, default: 0] += 1
    }
    var next = 0
    var reports: [(weight: Int, user: UserReport)] = []
    reports.reserveCapacity(users.count)
    for number in users.indices {
      let user = users[number]
      let begin = next
      while next < sightings.count, sightings[next].user == number { next += 1 }
      var report = UserReport(identity: user.identity, kind: user.kind, readiness: user.readiness.readiness)
      for (port, use) in user.ports { report.ports[ReportBuilder.portName(port)] = use }
      if user.refusals.count == 1, let (refusalClass, count) = user.refusals.first {
        report.refusals = shared.table(refusalClass.rawValue, count)
      } else {
        for (refusalClass, count) in user.refusals { report.refusals[refusalClass.rawValue] = count }
      }
      report.failedLogins = user.failedLogins
      report.plaintextLogins = user.plaintextLogins
      report.senders = user.senders.count
      report.clients = clientReports(begin..<next)
      report.evidence = user.chosenEvidence(input.policy).compactMap { reference($0) }
      report.lastRefusedAt = user.readiness.lastRefused
      reports.append((legacyMessages(user), report))
      users[number].marks = []
    }
    sightings = []
    reports.sort { a, b in
      a.weight != b.weight ? a.weight > b.weight : ReportBuilder.codePointOrder(a.user.identity, b.user.identity)
    }
    return reports.map { $0.user }
  }

  private func legacyMessages(_ user: UserDraft) -> Int {
    user.ports.reduce(0) { sum, entry in
      entry.port == UserDraft.unknownPort || input.policy.isSubmission(entry.port) ? sum : sum + entry.use.messages
    }
  }

  /// The programs and devices of one user from its rows.
  private mutating func clientReports(_ rows: Range<Int>) -> [ClientReport] {
    var reports: [ClientReport] = []
    reports.reserveCapacity(rows.count)
    var i = rows.lowerBound
    var lastAddress: UInt32?
    while i < rows.upperBound {
      let row = sightings[i]
      var end = i + 1
      while end < rows.upperBound, sightings[end].client == row.client { end += 1 }
      // A refusal without HELO name shows a client only where nothing else does.
      let saysNothingNew = row.source == .refusal && row.helo == LoginKey.nobody && lastAddress == row.address
      if !saysNothingNew { reports.append(clientReport(i..<end)) }
      lastAddress = row.address
      i = end
    }
    if reports.count < 2 { return reports }
    return reports.sorted { a, b in
      if a.address != b.address { return a.address < b.address }
      if a.helo != b.helo { return (a.helo ?? "") < (b.helo ?? "") }
      return (a.lastAt?.milliseconds ?? 0) < (b.lastAt?.milliseconds ?? 0)
    }
  }

  /// One program or device from its rows.
  private mutating func clientReport(_ rows: Range<Int>) -> ClientReport {
    let row = sightings[rows.lowerBound]
    var messages = 0
    var lastAt: Timestamp?
    var ports: [(port: Int32, logins: Int)] = []
    for sighting in sightings[rows] {
      messages += sighting.messages
      if let last = sighting.lastAt { lastAt = max(lastAt ?? last, last) }
      if sighting.source != .login { continue }
      if let i = ports.firstIndex(where: { $0.port == sighting.port }) {
        ports[i].logins += sighting.logins
      } else {
        ports.append((sighting.port, sighting.logins))
      }
    }
    let own = tally.address(row.address)
    let helo = helo(row.helo)
    let facts = ClientFacts(
      helo: helo, address: own ?? IPAddress(bits: 0), identities: max(1, usersOfClient[row.client] ?? 1),
      isServerItself: own.map { isServerItself($0) } ?? false, messages: messages)
    let (guess, confidence) = ClientRecognisers.guess(facts)
    var table: [String: Int] = [:]
    if ports.count == 1 {
      table = shared.table(ReportBuilder.portName(Int(ports[0].port)), ports[0].logins)
    } else {
      for (port, count) in ports { table[ReportBuilder.portName(Int(port))] = count }
    }
    return ClientReport(
      address: own?.description ?? "others", helo: helo, guess: guess, confidence: confidence, ports: table,
      lastAt: lastAt)
  }

  /// Loopback, or an address of the server as the log shows it.
  func isServerItself(_ address: IPAddress) -> Bool { tally.ownAddresses.contains(address) || address.isLoopback }
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
