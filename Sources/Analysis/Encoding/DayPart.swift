import MailModel

/// What was counted on one day, taken out of a tally with its own small tables of texts.
struct DayPart {
  private(set) var tally: Tally
  private let day: Int32
  private var numbers: DayNumbers

  /// - Parameter numbers: those of the part before, emptied, so that their memory serves again.
  init(_ whole: Tally, day: Int32, numbers: consuming DayNumbers = DayNumbers()) {
    tally = Tally(limits: whole.limits, seed: whole.seed)
    self.day = day
    self.numbers = numbers
  }

  /// Makes room for so many rows of the tables that are large.
  mutating func reserve(visits: Int, logins: Int, authenticated: Int) {
    tally.visits.reserve(visits)
    tally.logins.reserve(logins)
    tally.authenticated.reserve(authenticated)
  }

  /// Lets go of the numbers, emptied.
  mutating func takeNumbers() -> DayNumbers {
    var taken = DayNumbers()
    swap(&taken, &numbers)
    taken.reset()
    return taken
  }

  mutating func take(_ key: DayVisitKey, _ fact: AddressFact, of whole: Tally) {
    numbers.addresses[key.address] = tally.visit(whole.address(key.address), fact)
  }

  mutating func take(visit fact: AddressFact, of address: IPAddress?, number: UInt32) {
    numbers.addresses[number] = tally.visit(address, fact)
  }

  mutating func take(_ key: LoginKey, _ fact: LoginFact, of whole: Tally) {
    var own = key
    own.identity =
      key.isSender
      ? DayPart.moved(key.identity, whole.senders, &tally.senders, &numbers.senders, &numbers.text)
      : DayPart.moved(key.identity, whole.names, &tally.names, &numbers.names, &numbers.text)
    own.address = address(key.address)
    own.claim = claim(key.claim, of: whole)
    own.helo = DayPart.moved(key.helo, whole.helos, &tally.helos, &numbers.helos, &numbers.text)
    own.day = Tally.anyDay
    tally.add(own, fact)
  }

  mutating func take(_ key: RefusalKey, _ fact: RefusalFact, of whole: Tally) {
    var own = key
    own.login = DayPart.moved(key.login, whole.names, &tally.names, &numbers.names, &numbers.text)
    own.sender = DayPart.moved(key.sender, whole.senders, &tally.senders, &numbers.senders, &numbers.text)
    own.address = address(key.address)
    own.claim = claim(key.claim, of: whole)
    own.reply = DayPart.moved(key.reply, whole.replies, &tally.replies, &numbers.replies, &numbers.text)
    own.helo = DayPart.moved(key.helo, whole.helos, &tally.helos, &numbers.helos, &numbers.text)
    own.day = Tally.anyDay
    tally.add(own, fact)
  }

  mutating func take(_ key: FailedLoginKey, _ fact: FailedLoginFact, of whole: Tally) {
    let name = DayPart.moved(key.name, whole.failedNames, &tally.failedNames, &numbers.failedNames, &numbers.text)
    tally.add(FailedLoginKey(name: name, address: address(key.address)), fact)
  }

  mutating func take(_ key: RelayKey, _ fact: RelayFact, of whole: Tally) {
    var own = key
    own.sender = DayPart.moved(key.sender, whole.senders, &tally.senders, &numbers.senders, &numbers.text)
    own.address = address(key.address)
    own.claim = claim(key.claim, of: whole)
    own.helo = DayPart.moved(key.helo, whole.helos, &tally.helos, &numbers.helos, &numbers.text)
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

  private func address(_ number: UInt32) -> UInt32 { numbers.addresses[number] ?? StringTable.overflow }

  private mutating func server(_ number: UInt32, of whole: Tally) -> UInt32 {
    DayPart.moved(number, whole.servers, &tally.servers, &numbers.servers, &numbers.text)
  }

  private mutating func claim(_ number: UInt32, of whole: Tally) -> UInt32 {
    if let known = numbers.claims[number] { return known }
    var own = whole.claims[Int(number)]
    own.server = server(own.server, of: whole)
    // Of a stretch that began earlier it is enough that the day begins in it.
    if let since = own.since, CivilDate.number(ofDayAt: since) < day { own.since = nil }
    let made = tally.number(of: own)
    numbers.claims[number] = made
    return made
  }

  private static func moved(
    _ number: UInt32, _ from: StringTable, _ to: inout StringTable, _ known: inout NumberMap, _ text: inout PackedText
  ) -> UInt32 {
    if number >= LoginKey.nobody { return number }
    if let there = known[number] { return there }
    from.copy(number, into: &text)
    let made = to.intern(text)
    known[number] = made
    return made
  }
}
