import MailModel

/// What was counted on one day, taken out of a tally with its own small tables of texts.
struct DayPart {
  private(set) var tally: Tally
  private let day: Int32
  private var names: [UInt32: UInt32] = [:]
  private var senders: [UInt32: UInt32] = [:]
  private var failedNames: [UInt32: UInt32] = [:]
  private var helos: [UInt32: UInt32] = [:]
  private var replies: [UInt32: UInt32] = [:]
  private var servers: [UInt32: UInt32] = [:]
  private var addresses: [UInt32: UInt32] = [:]
  private var claims: [UInt32: UInt32] = [:]

  init(_ whole: Tally, day: Int32) {
    tally = Tally(limits: whole.limits, seed: whole.seed)
    self.day = day
  }

  mutating func take(_ key: DayVisitKey, _ fact: AddressFact, of whole: Tally) {
    addresses[key.address] = tally.visit(whole.address(key.address), fact)
  }

  mutating func take(visit fact: AddressFact, of address: IPAddress?, number: UInt32) {
    addresses[number] = tally.visit(address, fact)
  }

  mutating func take(_ key: LoginKey, _ fact: LoginFact, of whole: Tally) {
    var own = key
    own.identity =
      key.isSender
      ? DayPart.moved(key.identity, whole.senders, &tally.senders, &senders)
      : DayPart.moved(key.identity, whole.names, &tally.names, &names)
    own.address = address(key.address)
    own.claim = claim(key.claim, of: whole)
    own.helo = DayPart.moved(key.helo, whole.helos, &tally.helos, &helos)
    own.day = Tally.anyDay
    tally.add(own, fact)
  }

  mutating func take(_ key: RefusalKey, _ fact: RefusalFact, of whole: Tally) {
    var own = key
    own.login = DayPart.moved(key.login, whole.names, &tally.names, &names)
    own.sender = DayPart.moved(key.sender, whole.senders, &tally.senders, &senders)
    own.address = address(key.address)
    own.claim = claim(key.claim, of: whole)
    own.reply = DayPart.moved(key.reply, whole.replies, &tally.replies, &replies)
    own.helo = DayPart.moved(key.helo, whole.helos, &tally.helos, &helos)
    own.day = Tally.anyDay
    tally.add(own, fact)
  }

  mutating func take(_ key: FailedLoginKey, _ fact: FailedLoginFact, of whole: Tally) {
    let name = DayPart.moved(key.name, whole.failedNames, &tally.failedNames, &failedNames)
    tally.add(FailedLoginKey(name: name, address: address(key.address)), fact)
  }

  mutating func take(_ key: RelayKey, _ fact: RelayFact, of whole: Tally) {
    var own = key
    own.sender = DayPart.moved(key.sender, whole.senders, &tally.senders, &senders)
    own.address = address(key.address)
    own.claim = claim(key.claim, of: whole)
    own.helo = DayPart.moved(key.helo, whole.helos, &tally.helos, &helos)
    own.day = Tally.anyDay
    tally.add(own, fact)
  }

  mutating func take(_ key: OriginKey, _ fact: DayFact, of whole: Tally) {
    tally.add(OriginKey(address: address(key.address), claim: claim(key.claim, of: whole)), fact)
  }

  mutating func take(_ key: DayKey, _ fact: DayFact, of whole: Tally) {
    tally.days.add(DayKey(day: day, claim: claim(key.claim, of: whole)), fact, evenIfFull: true)
  }

  mutating func take(_ counts: DayCounts) {
    tally.sessions += counts.sessions
    tally.namelessLogins += counts.namelessLogins
    tally.dialogueSessions += counts.dialogueSessions
  }

  /// What belongs to no day is kept with one of them.
  mutating func takeUndated(of whole: Tally) {
    tally.summaries += whole.summaries
    tally.overflowed += whole.overflowed
    tally.ownAddresses.formUnion(whole.ownAddresses)
    for server in whole.labellingServers { tally.labellingServers.insert(self.server(server, of: whole)) }
    for server in whole.tlsLoggingServers { tally.tlsLoggingServers.insert(self.server(server, of: whole)) }
  }

  private func address(_ number: UInt32) -> UInt32 { addresses[number] ?? StringTable.overflow }

  private mutating func server(_ number: UInt32, of whole: Tally) -> UInt32 {
    DayPart.moved(number, whole.servers, &tally.servers, &servers)
  }

  private mutating func claim(_ number: UInt32, of whole: Tally) -> UInt32 {
    if let known = claims[number] { return known }
    var own = whole.claims[Int(number)]
    own.server = server(own.server, of: whole)
    let made = tally.number(of: own)
    claims[number] = made
    return made
  }

  private static func moved(
    _ number: UInt32, _ from: StringTable, _ to: inout StringTable, _ known: inout [UInt32: UInt32]
  ) -> UInt32 {
    if number >= LoginKey.nobody { return number }
    if let there = known[number] { return there }
    let made = to.intern(Array(from[number]))
    known[number] = made
    return made
  }
}
