public import MailModel

/// Facts of sessions whose ports the connection records told.
extension Tally {
  /// Addresses of clients with a session that waits for its port.
  public var waitingClients: Set<IPAddress> {
    Set(sightings.lazy.filter { $0.knownPort == 0 }.map { $0.client })
  }

  /// The sessions for the join, of clients that wait; they are let go here.
  public mutating func takeSightings() -> [SessionSighting] {
    let waiting = waitingClients
    var taken: [SessionSighting] = []
    swap(&taken, &sightings)
    taken.removeAll { !waiting.contains($0.client) }
    return taken
  }

  /// Every session that stood in line, for a state that keeps them; they are let go here.
  public mutating func takeAllSightings() -> [SessionSighting] {
    var taken: [SessionSighting] = []
    swap(&taken, &sightings)
    return taken
  }

  /// Whether a session waits for its port.
  public var isWaiting: Bool { claims.contains { $0.waiting != nil } }

  /// Clients of whom anything is counted.
  public var clients: Set<IPAddress> { Set(visits.pairs.lazy.map { $0.0.address }) }

  /// Gives the sessions that waited their ports; those without a match keep theirs unknown.
  public mutating func settle(_ join: borrowing ConnectionJoin) { settle(join.matches) { _ in true } }

  /// Remembers how a join went, together with those of other servers.
  public mutating func note(_ summary: JoinSummary) { joined = joinedSummary(with: summary) }

  /// Gives sessions that waited their ports, and lets others wait on.
  ///
  /// - Parameter isClosed: whether a session waits no longer, whether it has a match or not.
  public mutating func settle(_ matches: [LineMark: ConnectionJoin.Match], _ isClosed: (LineMark) -> Bool) {
    let numbers = claims
    var empty = Tally(limits: limits, seed: seed)
    var known: [ConnectionJoin.Match?] = []
    known.reserveCapacity(numbers.count)
    let renumbered = numbers.map { claim -> UInt32 in
      var own = claim
      guard let mark = claim.waiting, isClosed(mark) else {
        known.append(nil)
        return empty.number(of: own)
      }
      let match = matches[mark]
      known.append(match)
      own.waiting = nil
      if let match { (own.port, own.evidence, own.hints) = (match.port, .connectionLog, []) }
      return empty.number(of: own)
    }
    func number(_ claim: UInt32) -> UInt32 { renumbered[Int(claim)] }
    var records: [LineMark: ConnectionMark] = [:]
    func note(_ claim: UInt32, _ span: SessionSpan) {
      if let match = known[Int(claim)] { records[span.firstMark] = match.record }
    }
    for (key, fact) in logins.pairs {
      note(key.claim, fact.span)
      var own = key
      own.claim = number(key.claim)
      empty.add(own, fact)
    }
    for (key, fact) in refusals.pairs {
      note(key.claim, fact.span)
      var own = key
      own.claim = number(key.claim)
      empty.add(own, fact)
    }
    for (key, fact) in relays.pairs {
      note(key.claim, fact.span)
      var own = key
      own.claim = number(key.claim)
      empty.add(own, fact)
    }
    for (key, fact) in days.pairs {
      empty.days.add(DayKey(day: key.day, claim: number(key.claim)), fact, evenIfFull: true)
    }
    for (key, fact) in authenticated.pairs {
      empty.add(OriginKey(address: key.address, claim: number(key.claim)), fact)
    }
    // Only lines that the report can show keep their record.
    let spans = [
      empty.logins.pairs.map { $0.1.span }, empty.refusals.pairs.map { $0.1.span },
      empty.relays.pairs.map { $0.1.span },
    ].joined()
    for span in spans {
      if let record = records[span.firstMark] { recordOfLine[span.firstMark] = record }
      if let record = records[span.lastMark] { recordOfLine[span.lastMark] = record }
    }
    (claims, claimNumbers) = (empty.claims, empty.claimNumbers)
    (logins, refusals, relays) = (empty.logins, empty.refusals, empty.relays)
    (days, authenticated) = (empty.days, empty.authenticated)
  }
}
