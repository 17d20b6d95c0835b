public import MailModel

/// What was counted: facts before judgement.
///
/// Who is local and what an unlabelled port is can only be known when everything was read, so a tally keeps the
/// circumstances and the `ReportBuilder` judges. Tallies of different pieces are merged in any order with one result.
public struct Tally: Sendable {
  var names: StringTable
  var senders: StringTable
  var failedNames: StringTable
  var helos: StringTable
  var replies: StringTable
  var servers: StringTable
  var claims: [PortClaim] = []
  var claimNumbers: [PortClaim: UInt32] = [:]

  var logins: FactTable<LoginKey, LoginFact>
  var refusals: FactTable<RefusalKey, RefusalFact>
  var failures: FactTable<FailedLoginKey, FailedLoginFact>
  var relays: FactTable<RelayKey, RelayFact>
  /// Sessions by address; the place in `entries` is the number by which other tables know the address.
  var visits: FactTable<AddressKey, AddressFact>
  /// Sessions without a readable address, and of addresses that came after the table was full.
  var otherVisits: AddressFact?
  var days: FactTable<DayKey, DayFact>
  /// Authenticated sessions and their messages by address and port; a session with two names counts once.
  var authenticated: FactTable<OriginKey, DayFact>

  var sessions = 0
  var namelessLogins = 0
  /// Summary lines seen, and lines of a dialogue: with the first alone the log level is too low.
  var summaries = 0
  var dialogueSessions = 0
  /// Sessions that began outside of the period that is counted; no state keeps them.
  var sessionsOutside = 0
  /// Rows that came after a table was full.
  var overflowed = 0
  /// Addresses of the server itself, as the log shows them.
  var ownAddresses: Set<IPAddress> = []
  /// The addresses of the servers at which the logs saw connections.
  public var listeners: Set<IPAddress> { ownAddresses }
  /// What the logs call the hosts of servers (numbers in `servers`); a state keeps it beside the counts.
  var hosts: [UInt32: [UInt8]] = [:]
  /// Servers (numbers in `servers`) that label a submission service, and those that log TLS.
  var labellingServers: Set<UInt32> = []
  var tlsLoggingServers: Set<UInt32> = []

  /// Sessions by day and address, where days are kept apart.
  var dayVisits: FactTable<DayVisitKey, AddressFact>
  /// What is counted by day alone, where days are kept apart.
  var dayCounts: [Int32: DayCounts] = [:]

  /// The day of everything when days are not kept apart.
  static let anyDay: Int32 = .min

  /// What the join with connection records has to know of sessions; empty when there are none to join.
  var sightings: [SessionSighting] = []
  /// The connection record behind a line that shows use of a port.
  var recordOfLine: [LineMark: ConnectionMark] = [:]

  /// How well connection records of a state fitted.
  public internal(set) var joined: JoinSummary?

  let limits: TallyLimits
  let seed: UInt64

  /// An empty tally; the seed makes hash floods useless and changes nothing in the result.
  public init(limits: TallyLimits = TallyLimits(), seed: UInt64) {
    self.limits = limits
    self.seed = seed
    names = StringTable(limit: limits.names, seed: seed)
    senders = StringTable(limit: limits.senders, seed: seed)
    failedNames = StringTable(limit: limits.failedNames, seed: seed)
    helos = StringTable(limit: limits.helos, seed: seed)
    replies = StringTable(limit: limits.replies, seed: seed)
    servers = StringTable(limit: 10_000, seed: seed)
    logins = FactTable(limit: limits.rows, seed: seed)
    refusals = FactTable(limit: limits.rows, seed: seed)
    failures = FactTable(limit: limits.rows, seed: seed)
    relays = FactTable(limit: limits.rows, seed: seed)
    visits = FactTable(limit: limits.addresses, seed: seed)
    dayVisits = FactTable(limit: limits.rows, seed: seed)
    days = FactTable(limit: limits.rows, seed: seed)
    authenticated = FactTable(limit: limits.rows, seed: seed)
  }

  /// Counts sessions of an address and gives its number, or `StringTable.overflow` when there are too many.
  @discardableResult
  mutating func visit(_ address: IPAddress?, _ fact: AddressFact) -> UInt32 {
    visit(address, fact, hash: address.map { visits.hash(AddressKey(address: $0)) } ?? 0)
  }

  /// The same, when the hash of the address is known.
  @inline(__always)
  mutating func visit(_ address: IPAddress?, _ fact: AddressFact, hash: UInt64) -> UInt32 {
    if let address, let number = visits.add(AddressKey(address: address), fact, hash: hash) { return UInt32(number) }
    if address != nil { overflowed += 1 }
    if otherVisits?.merge(fact) == nil { otherVisits = fact }
    return StringTable.overflow
  }

  /// The address with a number.
  func address(_ number: UInt32) -> IPAddress? {
    number == StringTable.overflow ? nil : visits.entries[Int(number)].key.address
  }

  mutating func number(of claim: PortClaim) -> UInt32 {
    if let known = claimNumbers[claim] { return known }
    let number = UInt32(claims.count)
    claims.append(claim)
    claimNumbers[claim] = number
    return number
  }

  /// Lets go of what finds strings and facts, once everything was counted.
  mutating func dropIndices() {
    names.dropIndex()
    senders.dropIndex()
    failedNames.dropIndex()
    helos.dropIndex()
    replies.dropIndex()
    servers.dropIndex()
    logins.dropIndex()
    refusals.dropIndex()
    failures.dropIndex()
    relays.dropIndex()
    visits.dropIndex()
    dayVisits.dropIndex()
    days.dropIndex()
    authenticated.dropIndex()
  }

  /// Lets go of names, senders and HELO names, once they are texts of a report.
  mutating func dropTexts() {
    names.drop()
    senders.drop()
    helos.drop()
  }

  /// Lets go of the logins.
  mutating func dropLogins() { logins.drop() }

  /// Lets go of the refusals and their texts.
  mutating func dropRefusals() {
    refusals.drop()
    replies.drop()
  }

  /// Lets go of all rows; sums and the records behind lines stay.
  mutating func dropRows() {
    dropLogins()
    dropRefusals()
    failures.drop()
    failedNames.drop()
    relays.drop()
    visits.drop()
    dayVisits.drop()
    days.drop()
    authenticated.drop()
  }
}
