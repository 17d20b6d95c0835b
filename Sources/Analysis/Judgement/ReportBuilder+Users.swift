import MailModel

/// Who submits.
extension ReportBuilder {
  mutating func gatherLogins() {
    for (key, fact) in zip(tally.logins.keys, tally.logins.values) where key.identity < LoginKey.nobody {
      let identity = key.isSender ? senders[Int(key.identity)] : names[Int(key.identity)]
      guard !identity.isEmpty else { continue }
      var user = users[identity] ?? UserDraft(kind: key.isSender ? .authenticatedSender : .authenticated)
      if !key.isSender { user.kind = .authenticated }
      let port = portKey(key.claim)
      let span = fact.span
      var portUse = user.ports[port] ?? PortUse(firstAt: span.firstAt, lastAt: span.lastAt)
      portUse.sessions += fact.sessions
      portUse.messages += fact.messages
      portUse.firstAt = min(portUse.firstAt, span.firstAt)
      portUse.lastAt = max(portUse.lastAt, span.lastAt)
      user.ports[port] = portUse
      user.readiness.sawLogin(on: ports[Int(key.claim)].port, at: span.lastAt, input.policy)
      if isInClear(key.claim) { user.plaintextLogins += fact.withoutVisibleTLS }
      let client = UserDraft.ClientKey(address: address(key.address), helo: helo(key.helo))
      var use = user.clients[client] ?? UserDraft.Client()
      use.ports[port, default: 0] += fact.sessions
      use.messages += fact.messages
      use.lastAt = max(use.lastAt ?? span.lastAt, span.lastAt)
      user.clients[client] = use
      let evidence = ports[Int(key.claim)].evidence
      user.note(EvidenceDraft(mark: span.firstMark, at: span.firstAt, what: .login, port: port, portEvidence: evidence))
      user.note(EvidenceDraft(mark: span.lastMark, at: span.lastAt, what: .login, port: port, portEvidence: evidence))
      users[identity] = user
      seenFrom[key.address, default: []].insert(identity)
    }
    for key in tally.authenticated.keys { clientAddresses.insert(key.address) }
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
    for (key, fact) in zip(tally.relays.keys, tally.relays.values) where key.sender < LoginKey.nobody {
      let identity = senders[Int(key.sender)]
      guard isLocal(identity) else { continue }
      var user = users[identity] ?? UserDraft(kind: .envelopeSender)
      let client = UserDraft.ClientKey(address: address(key.address), helo: helo(key.helo))
      if user.clients[client] == nil { user.clients[client] = UserDraft.Client() }
      user.note(
        EvidenceDraft(
          mark: fact.span.lastMark, at: fact.span.lastAt, what: .relay, port: portKey(key.claim),
          portEvidence: ports[Int(key.claim)].evidence))
      users[identity] = user
      seenFrom[key.address, default: []].insert(identity)
    }
  }

  mutating func gatherFailures() {
    for (key, fact) in zip(tally.failures.keys, tally.failures.values) where key.name < LoginKey.nobody {
      let identity = resolver.identity(tally.failedNames[key.name])
      // Only a login that succeeded somewhere makes a name somebody's; a guessed name is nobody.
      guard users[identity]?.kind == .authenticated else { continue }
      users[identity]?.failedLogins += fact.count
    }
  }

  func userReports() -> [UserReport] {
    let distinctUsers = seenFrom.reduce(into: [String: Int]()) { $0[address($1.key)] = $1.value.count }
    var reports: [(weight: Int, user: UserReport)] = []
    for (identity, user) in users {
      var report = UserReport(identity: identity, kind: user.kind, readiness: user.readiness.readiness)
      report.ports = user.ports
      for (refusalClass, count) in user.refusals { report.refusals[refusalClass.rawValue] = count }
      report.failedLogins = user.failedLogins
      report.plaintextLogins = user.plaintextLogins
      report.clients = clientReports(user, distinctUsers)
      report.evidence = user.chosenEvidence(input.policy).compactMap { reference($0) }
      report.lastRefusedAt = user.readiness.lastRefused
      reports.append((legacyMessages(report), report))
    }
    reports.sort { a, b in
      a.weight != b.weight ? a.weight > b.weight : ReportBuilder.codePointOrder(a.user.identity, b.user.identity)
    }
    return reports.map { $0.user }
  }

  private func legacyMessages(_ user: UserReport) -> Int {
    user.ports.reduce(0) { sum, entry in
      guard let port = Int(entry.key), !input.policy.isSubmission(port) else { return sum }
      return sum + entry.value.messages
    }
  }

  private func clientReports(_ user: UserDraft, _ identities: [String: Int]) -> [ClientReport] {
    var reports: [ClientReport] = []
    for (key, client) in user.clients {
      let address = IPAddress(key.address)
      let isServerItself = address.map { tally.ownAddresses.contains($0) || $0.isLoopback } ?? false
      let facts = ClientFacts(
        helo: key.helo, address: address ?? IPAddress(bits: 0), identities: identities[key.address] ?? 1,
        isServerItself: isServerItself, messages: client.messages)
      let (guess, confidence) = ClientRecognisers.guess(facts)
      reports.append(
        ClientReport(
          address: key.address, helo: key.helo, guess: guess, confidence: confidence, ports: client.ports,
          lastAt: client.lastAt))
    }
    return reports.sorted { ($0.address, $0.helo ?? "") < ($1.address, $1.helo ?? "") }
  }
}

extension UserDraft {
  /// Keeps the first and the last line of each kind and port.
  mutating func note(_ draft: EvidenceDraft) {
    let same = marks.indices.filter { marks[$0].what == draft.what && marks[$0].port == draft.port }
    guard same.count == 2 else {
      if !same.contains(where: { marks[$0].mark == draft.mark }) { marks.append(draft) }
      return
    }
    let three = [marks[same[0]], marks[same[1]], draft].sorted { ($0.at, $0.mark) < ($1.at, $1.mark) }
    marks[same[0]] = three[0]
    marks[same[1]] = three[2]
  }

  /// The lines to show: legacy ports first, then refusals, the latest first.
  func chosenEvidence(_ policy: PortPolicy) -> [EvidenceDraft] {
    func rank(_ draft: EvidenceDraft) -> Int {
      if draft.what != .login { return 1 }
      guard let port = draft.port.flatMap({ Int($0) }) else { return 2 }
      return policy.isSubmission(port) ? 3 : 0
    }
    return Array(
      marks.sorted {
        if rank($0) != rank($1) { return rank($0) < rank($1) }
        return $0.at != $1.at ? $0.at > $1.at : $0.mark < $1.mark
      }.prefix(8))
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
