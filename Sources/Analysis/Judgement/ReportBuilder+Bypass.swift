public import MailModel

/// What a bypass file is held against.
extension ReportBuilder {
  /// Refusals of class `submissionRequired`, logins on ports to be closed or unknown, and relays of local senders, by sender and client.
  ///
  /// To be asked before `build`, which lets go of the facts.
  public func bypassSightings() -> [BypassSighting] {
    var identities: [UInt64: Set<String>] = [:]
    func client(_ address: UInt32, _ helo: UInt32) -> UInt64 { UInt64(address) << 32 | UInt64(helo) }
    var drafts: [(sighting: BypassSighting, client: UInt64, address: UInt32, helo: UInt32)] = []
    func keep(_ sighting: BypassSighting, _ address: UInt32, _ helo: UInt32) {
      let client = client(address, helo)
      drafts.append((sighting, client, address, helo))
      if let identity = sighting.identity { identities[client, default: []].insert(identity) }
    }
    for (key, fact) in tally.refusals.pairs where refusalClass(of: key) == .submissionRequired {
      let sender = key.sender < LoginKey.nobody ? senders[Int(key.sender)] : nil
      keep(
        BypassSighting(
          kind: .refusal, address: tally.address(key.address), sender: sender,
          login: key.login < LoginKey.nobody ? names[Int(key.login)] : nil, isLoggedIn: key.isLoggedIn,
          senderIsLocal: sender.map { isLocal($0) }, port: ports[Int(key.claim)].port, count: fact.count,
          firstAt: fact.span.firstAt, lastAt: fact.span.lastAt,
          evidence: evidence(fact.span, .refusal, key.claim)), key.address, key.helo)
    }
    for (key, fact) in tally.relays.pairs where key.sender < LoginKey.nobody && isToBeClosed(key.claim) {
      let sender = senders[Int(key.sender)]
      guard !sender.isEmpty, isLocal(sender) else { continue }
      keep(
        BypassSighting(
          kind: .relay, address: tally.address(key.address), sender: sender, senderIsLocal: true,
          port: ports[Int(key.claim)].port, count: fact.messages, firstAt: fact.span.firstAt,
          lastAt: fact.span.lastAt, evidence: evidence(fact.span, .relay, key.claim)),
        key.address, key.helo)
    }
    for (key, fact) in tally.logins.pairs where isToBeClosed(key.claim) {
      let name = key.identity < LoginKey.nobody ? (key.isSender ? senders : names)[Int(key.identity)] : nil
      let sender = key.isSender ? name : nil
      keep(
        BypassSighting(
          kind: .login, address: tally.address(key.address), sender: sender, login: key.isSender ? nil : name,
          isLoggedIn: true, senderIsLocal: sender.map { isLocal($0) }, port: ports[Int(key.claim)].port,
          count: fact.messages, firstAt: fact.span.firstAt, lastAt: fact.span.lastAt,
          evidence: evidence(fact.span, .login, key.claim)), key.address, key.helo)
    }
    let sightings = drafts.map { draft in
      var sighting = draft.sighting
      sighting.helo = helo(draft.helo)
      let facts = ClientFacts(
        helo: sighting.helo, address: sighting.address ?? IPAddress(bits: 0),
        identities: max(1, identities[draft.client]?.count ?? 1),
        isServerItself: sighting.address.map { own.contains($0) } ?? false)
      (sighting.guess, sighting.confidence) = ClientRecognisers.guess(facts)
      return sighting
    }
    return sightings.sorted(by: ReportBuilder.precedes)
  }

  /// Domains that are local: named, listed, or logged in under.
  public var knownLocalDomains: Set<String> { localDomains }

  private func isToBeClosed(_ claim: UInt32) -> Bool {
    ports[Int(claim)].port.map { !input.policy.isSubmission($0) } ?? true
  }

  private func evidence(_ span: SessionSpan, _ what: EvidenceKind, _ claim: UInt32) -> EvidenceReference? {
    reference(
      EvidenceDraft(
        at: span.lastAt, mark: span.lastMark, claim: claim, what: what))
  }

  /// An order that does not depend on the order of reading.
  private static func precedes(_ a: BypassSighting, _ b: BypassSighting) -> Bool {
    let (first, second) = (a.address?.bits ?? .max, b.address?.bits ?? .max)
    if first != second { return first < second }
    let (left, right) = ([a.identity ?? "", a.helo ?? ""], [b.identity ?? "", b.helo ?? ""])
    if left != right { return left.lexicographicallyPrecedes(right) }
    return (a.firstAt, a.lastAt, a.count) < (b.firstAt, b.lastAt, b.count)
  }
}
