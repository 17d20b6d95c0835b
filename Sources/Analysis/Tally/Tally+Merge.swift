import MailModel

extension Tally {
  /// Adds another tally; the result does not depend on the order of merging.
  ///
  /// What was taken over of the other is let go at once: both at their largest would be the peak of an audit by two threads.
  public mutating func merge(_ other: consuming Tally) { _ = mergeNotingPlaces(other) }

  /// Adds another tally, and says where its logins and refusals are now.
  mutating func mergeNotingPlaces(_ other: consuming Tally) -> MergedPlaces {
    other.dropIndices()
    var places = MergedPlaces()
    let names = names.absorb(other.names)
    let senders = senders.absorb(other.senders)
    let failedNames = failedNames.absorb(other.failedNames)
    let helos = helos.absorb(other.helos)
    let replies = replies.absorb(other.replies)
    let servers = servers.absorb(other.servers)
    other.dropTexts()
    let addresses = other.visits.entries.map { visit($0.key.address, $0.value) }
    other.visits.drop()
    if let unknown = other.otherVisits { visit(nil, unknown) }
    let claims = other.claims.map { claim in
      var own = claim
      own.server = Tally.mapped(claim.server, servers)
      return number(of: own)
    }
    func map(_ id: UInt32, _ table: [UInt32]) -> UInt32 { Tally.mapped(id, table) }

    for (key, fact) in other.logins.pairs {
      var own = key
      own.identity = map(key.identity, key.isSender ? senders : names)
      own.address = map(key.address, addresses)
      own.claim = map(key.claim, claims)
      own.helo = map(key.helo, helos)
      places.logins.append(add(own, fact))
    }
    other.dropLogins()
    for (key, fact) in other.refusals.pairs {
      var own = key
      own.login = map(key.login, names)
      own.sender = map(key.sender, senders)
      own.address = map(key.address, addresses)
      own.claim = map(key.claim, claims)
      own.reply = map(key.reply, replies)
      own.helo = map(key.helo, helos)
      places.refusals.append(add(own, fact))
    }
    other.dropRefusals()
    for (key, fact) in other.failures.pairs {
      add(
        FailedLoginKey(name: map(key.name, failedNames), address: map(key.address, addresses), day: key.day), fact)
    }
    for (key, fact) in other.relays.pairs {
      var own = key
      own.sender = map(key.sender, senders)
      own.address = map(key.address, addresses)
      own.claim = map(key.claim, claims)
      own.helo = map(key.helo, helos)
      add(own, fact)
    }
    for (key, fact) in other.days.pairs {
      days.add(DayKey(day: key.day, claim: map(key.claim, claims)), fact, evenIfFull: true)
    }
    for (key, fact) in other.authenticated.pairs {
      add(OriginKey(address: map(key.address, addresses), claim: map(key.claim, claims), day: key.day), fact)
    }
    for (key, fact) in other.dayVisits.pairs {
      add(DayVisitKey(day: key.day, address: map(key.address, addresses)), fact)
    }
    for (day, counts) in other.dayCounts { dayCounts[day, default: DayCounts()].merge(counts) }
    sessions += other.sessions
    sightings += other.sightings
    if let joined = other.joined { self.joined = joinedSummary(with: joined) }
    recordOfLine.merge(other.recordOfLine) { $0 < $1 ? $0 : $1 }
    namelessLogins += other.namelessLogins
    summaries += other.summaries
    dialogueSessions += other.dialogueSessions
    sessionsOutside += other.sessionsOutside
    overflowed += other.overflowed
    ownAddresses.formUnion(other.ownAddresses)
    for (server, host) in other.hosts { hosts[map(server, servers)] = host }
    labellingServers.formUnion(other.labellingServers.map { map($0, servers) })
    tlsLoggingServers.formUnion(other.tlsLoggingServers.map { map($0, servers) })
    return places
  }

  func joinedSummary(with other: JoinSummary) -> JoinSummary {
    var summary = joined ?? JoinSummary()
    summary.add(other)
    return summary
  }

  private static func mapped(_ id: UInt32, _ table: [UInt32]) -> UInt32 {
    id >= LoginKey.nobody ? id : table[Int(id)]
  }

  /// Adds a login and says where; in a full table HELO and then address give way, so that the name stays right.
  @discardableResult
  mutating func add(_ key: LoginKey, _ fact: LoginFact) -> Int { add(key, fact, hash: logins.hash(key)) }

  /// The same, when the hash of the key is known.
  @discardableResult @inline(__always)
  mutating func add(_ key: LoginKey, _ fact: LoginFact, hash: UInt64) -> Int {
    if let place = logins.add(key, fact, hash: hash) { return place }
    overflowed += 1
    var coarse = key
    coarse.helo = StringTable.overflow
    coarse.address = StringTable.overflow
    return logins.add(coarse, fact, evenIfFull: true) ?? 0
  }

  /// Adds a refusal and says where; in a full table senders and addresses are counted together.
  @discardableResult
  mutating func add(_ key: RefusalKey, _ fact: RefusalFact) -> Int {
    if let place = refusals.add(key, fact) { return place }
    overflowed += 1
    var coarse = key
    coarse.sender = StringTable.overflow
    coarse.address = StringTable.overflow
    coarse.helo = StringTable.overflow
    return refusals.add(coarse, fact, evenIfFull: true) ?? 0
  }

  /// Adds authenticated sessions; in a full table addresses are counted together.
  mutating func add(_ key: OriginKey, _ fact: DayFact) { add(key, fact, hash: authenticated.hash(key)) }

  /// The same, when the hash of the key is known.
  @inline(__always)
  mutating func add(_ key: OriginKey, _ fact: DayFact, hash: UInt64) {
    if authenticated.add(key, fact, hash: hash) != nil { return }
    overflowed += 1
    authenticated.add(OriginKey(address: StringTable.overflow, claim: key.claim, day: key.day), fact, evenIfFull: true)
  }

  /// Adds failed logins; in a full table names are counted together.
  mutating func add(_ key: FailedLoginKey, _ fact: FailedLoginFact) {
    if failures.add(key, fact) != nil { return }
    overflowed += 1
    failures.add(
      FailedLoginKey(name: StringTable.overflow, address: StringTable.overflow, day: key.day), fact, evenIfFull: true)
  }

  /// Adds sessions of a day; in a full table addresses are counted together.
  mutating func add(_ key: DayVisitKey, _ fact: AddressFact) { add(key, fact, hash: dayVisits.hash(key)) }

  /// The same, when the hash of the key is known.
  @inline(__always)
  mutating func add(_ key: DayVisitKey, _ fact: AddressFact, hash: UInt64) {
    if dayVisits.add(key, fact, hash: hash) != nil { return }
    dayVisits.add(DayVisitKey(day: key.day, address: StringTable.overflow), fact, evenIfFull: true)
  }

  /// Adds relayed messages; in a full table senders are counted together.
  mutating func add(_ key: RelayKey, _ fact: RelayFact) {
    if relays.add(key, fact) != nil { return }
    overflowed += 1
    var coarse = key
    coarse.sender = StringTable.overflow
    coarse.helo = StringTable.overflow
    relays.add(coarse, fact, evenIfFull: true)
  }
}
