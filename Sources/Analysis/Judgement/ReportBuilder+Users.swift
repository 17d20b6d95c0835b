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
      users[number].use(UserDraft.ClientKey(address: key.address, helo: key.helo), portNumber, fact)
      let name = portNames[Int(key.claim)]
      users[number].note(
        EvidenceDraft(mark: span.firstMark, at: span.firstAt, what: .login, port: name, portEvidence: evidence))
      users[number].note(
        EvidenceDraft(mark: span.lastMark, at: span.lastAt, what: .login, port: name, portEvidence: evidence))
      seenFrom[key.address, default: []].insert(number)
    }
    for (key, _) in tally.authenticated.pairs { clientAddresses.insert(key.address) }
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
    for (key, fact) in tally.relays.pairs where key.sender < LoginKey.nobody {
      let identity = senders[Int(key.sender)]
      guard !identity.isEmpty, isLocal(identity) else { continue }
      let number = user(identity, .envelopeSender)
      let client = UserDraft.ClientKey(address: key.address, helo: key.helo)
      if users[number].clients[client] == nil { users[number].clients[client] = UserDraft.Client() }
      users[number].note(
        EvidenceDraft(
          mark: fact.span.lastMark, at: fact.span.lastAt, what: .relay, port: portNames[Int(key.claim)],
          portEvidence: ports[Int(key.claim)].evidence))
      seenFrom[key.address, default: []].insert(number)
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

  func userReports() -> [UserReport] {
    var reports: [(weight: Int, user: UserReport)] = []
    reports.reserveCapacity(users.count)
    // Behind one address there may be an office; one address with one HELO name is one program.
    var usersOfClient: [UserDraft.ClientKey: Int] = [:]
    for user in users {
      for key in user.clients.keys { usersOfClient[key, default: 0] += 1 }
    }
    for user in users {
      var report = UserReport(identity: user.identity, kind: user.kind, readiness: user.readiness.readiness)
      for (port, use) in user.ports { report.ports[ReportBuilder.portName(port)] = use }
      for (refusalClass, count) in user.refusals { report.refusals[refusalClass.rawValue] = count }
      report.failedLogins = user.failedLogins
      report.plaintextLogins = user.plaintextLogins
      report.clients = clientReports(user, usersOfClient)
      report.evidence = user.chosenEvidence(input.policy).compactMap { reference($0) }
      report.lastRefusedAt = user.readiness.lastRefused
      reports.append((legacyMessages(user), report))
    }
    reports.sort { a, b in
      a.weight != b.weight ? a.weight > b.weight : ReportBuilder.codePointOrder(a.user.identity, b.user.identity)
    }
    return reports.map { $0.user }
  }

  private func legacyMessages(_ user: UserDraft) -> Int {
    user.ports.reduce(0) { sum, entry in
      entry.key == UserDraft.unknownPort || input.policy.isSubmission(entry.key) ? sum : sum + entry.value.messages
    }
  }

  private func clientReports(_ user: UserDraft, _ usersOfClient: [UserDraft.ClientKey: Int]) -> [ClientReport] {
    var reports: [ClientReport] = []
    for (key, client) in user.clients {
      let own = tally.address(key.address)
      let isServerItself = own.map { tally.ownAddresses.contains($0) || $0.isLoopback } ?? false
      let helo = helo(key.helo)
      let facts = ClientFacts(
        helo: helo, address: own ?? IPAddress(bits: 0), identities: usersOfClient[key] ?? 1,
        isServerItself: isServerItself, messages: client.messages)
      let (guess, confidence) = ClientRecognisers.guess(facts)
      var ports: [String: Int] = [:]
      for (port, count) in client.ports { ports[ReportBuilder.portName(port)] = count }
      reports.append(
        ClientReport(
          address: own?.description ?? "others", helo: helo, guess: guess, confidence: confidence, ports: ports,
          lastAt: client.lastAt))
    }
    return reports.sorted { a, b in
      if a.address != b.address { return a.address < b.address }
      if a.helo != b.helo { return (a.helo ?? "") < (b.helo ?? "") }
      return (a.lastAt?.milliseconds ?? 0) < (b.lastAt?.milliseconds ?? 0)
    }
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
