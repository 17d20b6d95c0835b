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
      var use = user.ports[port] ?? PortUse(firstAt: span.firstAt, lastAt: span.lastAt)
      use.sessions += fact.sessions
      use.messages += fact.messages
      use.firstAt = min(use.firstAt, span.firstAt)
      use.lastAt = max(use.lastAt, span.lastAt)
      user.ports[port] = use
      user.readiness.sawLogin(on: ports[Int(key.claim)].port, at: span.lastAt, input.policy)
      if isInClear(key.claim) { user.plaintextLogins += fact.withoutVisibleTLS }
      let client = UserDraft.ClientKey(address: address(key.address), helo: helo(key.helo))
      user.clients[client, default: UserDraft.Client()].ports[port, default: 0] += fact.sessions
      user.clients[client]?.messages += fact.messages
      user.clients[client]?.lastAt = max(user.clients[client]?.lastAt ?? span.lastAt, span.lastAt)
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
      return tally.tlsLoggingServers.contains(tally.claims[Int(claim)].server) && tally.claims[Int(claim)].isPlainService
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
    let reports = users.map { identity, user in
      UserReport(
        identity: identity, kind: user.kind, readiness: user.readiness.readiness, ports: user.ports,
        refusals: Dictionary(uniqueKeysWithValues: user.refusals.map { ($0.key.rawValue, $0.value) }),
        failedLogins: user.failedLogins, plaintextLogins: user.plaintextLogins,
        clients: clientReports(user, distinctUsers), evidence: user.chosenEvidence(input.policy).compactMap { reference($0) },
        lastRefusedAt: user.readiness.lastRefused)
    }
    return reports.map { (legacyMessages($0), $0) }
      .sorted { $0.0 != $1.0 ? $0.0 > $1.0 : $0.1.identity.unicodeScalars.lexicographicallyPrecedes($1.1.identity.unicodeScalars) }
      .map { $0.1 }
  }

  private func legacyMessages(_ user: UserReport) -> Int {
    user.ports.reduce(0) { sum, entry in
      guard let port = Int(entry.key), !input.policy.isSubmission(port) else { return sum }
      return sum + entry.value.messages
    }
  }

  private func clientReports(_ user: UserDraft, _ distinctUsers: [String: Int]) -> [ClientReport] {
    user.clients.map { key, client in
      let address = IPAddress(key.address)
      let (guess, confidence) = ClientRecognisers.guess(
        ClientFacts(
          helo: key.helo, address: address ?? IPAddress(bits: 0), distinctSenders: distinctUsers[key.address] ?? 1,
          isServerItself: address.map { tally.ownAddresses.contains($0) || $0.isLoopback } ?? false,
          messages: client.messages))
      return ClientReport(
        address: key.address, helo: key.helo, guess: guess, confidence: confidence, ports: client.ports,
        lastAt: client.lastAt)
    }.sorted { ($0.address, $0.helo ?? "") < ($1.address, $1.helo ?? "") }
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
