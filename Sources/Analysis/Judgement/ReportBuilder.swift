public import MailModel

/// Judges the facts of a tally and puts them into a report.
public struct ReportBuilder {
  var tally: Tally
  let input: ReportInput
  let resolver: IdentityResolver
  let ports: [(port: Int?, evidence: PortEvidence)]
  var names: [String]
  var senders: [String]
  /// Whom names and senders stand for.
  var identities: IdentityTable
  /// The numbers in `identities` of names and senders.
  let identityOfName: [Int32]
  let identityOfSender: [Int32]
  /// Whether an identity is one of this server's, by its number.
  let isLocalIdentity: [Bool]
  /// HELO names as they may stand in a report.
  let helos: [String]
  var localDomains: Set<String>
  /// Authenticated sessions and messages by claim.
  let useOfClaims: [PortCount]
  /// The ports' names in the report, by claim.
  let portNames: [String]
  var users: [UserDraft] = []
  /// The place in `users` of each identity, -1 for who is none.
  var userOfIdentity: [Int32]
  /// Rows of the users' programs and devices.
  var sightings: [ClientSighting] = []
  let settlement: PortSettlement
  var addressEvidence: AddressEvidence
  var refusalsByAddress: [(address: UInt32, refusalClass: RefusalClass, count: Int)] = []
  var shared = SharedTables()
  /// The HELO name (number in `helos`) that stands for an address, by the address's number.
  var leastHELO: [UInt32] = []
  /// Logins whose password crossed the network in clear.
  var plaintextLogins = 0
  /// Whether somebody has submitted, or was kept from it, from an address, by the address's place.
  var isClientAddress: [Bool]
  /// The addresses of the server itself.
  let own: OwnAddresses
  /// What the texts of refusals mean, by the number of the reply.
  let replies: [ReplyText]
  let judgedReplies: [JudgedReply]
  /// Refusals on ports to be closed whose senders are of this server, and may be users or made up.
  var claimedSenders: (refusals: Int, identities: Set<Int32>) = (0, [])
  /// Users whose login has no domain.
  var loginsWithoutDomain = 0
  /// Senders of refusals with the addresses from which they have logged in, each pair in one word.
  var knownPlaces: Set<UInt64> = []

  /// Takes the facts and what is needed to judge them.
  public init(tally given: consuming Tally, input: ReportInput) {
    var tally = given
    tally.dropIndices()
    self.input = input
    resolver = IdentityResolver(accounts: input.accounts, defaultDomain: input.defaultDomain)
    let settlement = PortSettlement(of: tally)
    self.settlement = settlement
    ports = tally.claims.map { settlement.port($0) }
    portNames = ports.map { ReportBuilder.portName($0.port ?? UserDraft.unknownPort) }
    var useOfClaims = [PortCount](repeating: PortCount(), count: tally.claims.count)
    for (key, fact) in tally.authenticated.pairs {
      useOfClaims[Int(key.claim)].sessions += fact.sessions
      useOfClaims[Int(key.claim)].messages += fact.messages
    }
    self.useOfClaims = useOfClaims
    // What is needed no more is dropped at once: the report takes the place of the counters.
    let names = (0..<tally.names.count).map { [resolver] in resolver.identity(tally.names[UInt32($0)]) }
    let senders = (0..<tally.senders.count).map { [resolver] in resolver.identity(tally.senders[UInt32($0)]) }
    helos = (0..<tally.helos.count).map { ReportBuilder.printable(tally.helos[UInt32($0)]) }
    tally.dropTexts()
    localDomains = input.localDomains.union(input.accounts.localDomains)
    if let domain = input.defaultDomain { localDomains.insert(domain) }
    var identities = IdentityTable()
    identities.reserve(names.count)
    identityOfName = names.map { identities.number(of: $0) }
    // Whatever domain somebody has logged in under is local.
    localDomains.formUnion(identities.domains)
    identities.reserve(names.count + senders.count)
    identityOfSender = senders.map { identities.number(of: $0) }
    let isLocalDomain = identities.domains.map { [localDomains] in localDomains.contains($0) }
    isLocalIdentity = identities.texts.enumerated().map { number, identity in
      identities.domain(of: Int32(number)).map { isLocalDomain[$0] } ?? false
        || input.accounts.mailboxOfAddress[identity] != nil
    }
    userOfIdentity = Array(repeating: -1, count: identities.texts.count)
    isClientAddress = Array(repeating: false, count: tally.visits.entries.count + 1)
    addressEvidence = AddressEvidence(places: tally.visits.entries.count + 1)
    own = OwnAddresses(tally.ownAddresses)
    replies = (0..<tally.replies.count).map { ReplyText(key: Array(tally.replies[UInt32($0)])) }
    let signatures = RefusalSignatures(input.signatures)
    judgedReplies = replies.map { JudgedReply($0, signatures) }
    self.names = names
    self.senders = senders
    self.identities = identities
    self.tally = tally
    knownPlaces = placesOfRefusedSenders()
  }

  /// The report.
  public mutating func build() -> ReportModel {
    let inferred = inferences()
    gatherLogins()
    gatherRelays()
    let refusals = gatherRefusals()
    gatherFailures()
    loginsWithoutDomain = users.count { $0.kind == .authenticated && identities.domain(of: $0.identity) == nil }
    dropNames()
    // The texts of addresses, which stand beside users and on their own.
    let texts = tally.visits.entries.map { $0.key.address.description }
    // Of the addresses' reports most is made of the counters, of the users' of drafts and sightings: the counters go in between.
    let addresses = addressReports(texts, usersByAddress())
    var totals = totals(addresses: addresses, refusals: refusals)
    let (daily, portAdvice, warnings) = (dailyReports(), portAdvice(), warnings(totals))
    let users = userReports(texts, dropCounters())
    count(users, in: &totals)
    return ReportModel(
      generator: input.generator, generatedAt: input.generatedAt, window: window(), policy: input.policy,
      sources: input.sources, skipped: input.skipped, totals: totals, users: users, addresses: addresses,
      refusals: refusals, daily: daily, portAdvice: portAdvice, warnings: warnings, connections: input.connections,
      server: input.server, inferred: inferred)
  }

  func portKey(_ claim: UInt32) -> String { portNames[Int(claim)] }

  static func portName(_ port: Int) -> String { port == UserDraft.unknownPort ? "unknown" : String(port) }

  /// Lets go of what told names apart.
  private mutating func dropNames() {
    names = []
    senders = []
    identities.dropNumbers()
  }

  /// Lets go of the counters and of what was gathered of addresses.
  ///
  /// - Returns: the addresses by their numbers.
  private mutating func dropCounters() -> [IPAddress] {
    let addresses = tally.visits.entries.map { $0.key.address }
    tally.dropRows()
    addressEvidence = AddressEvidence(places: 0)
    isClientAddress = []
    leastHELO = []
    return addresses
  }

  /// Where an address stands in arrays by address: behind all others those that are counted together.
  func place(_ address: UInt32) -> Int { min(Int(address), tally.visits.entries.count) }

  func helo(_ number: UInt32) -> String? {
    number >= LoginKey.nobody ? nil : helos[Int(number)]
  }

  func isLocal(_ identity: String) -> Bool {
    IdentityResolver.domain(of: identity).map { localDomains.contains($0) } ?? false
      || input.accounts.mailboxOfAddress[identity] != nil
  }

  /// A line number in its whole source.
  func reference(_ draft: EvidenceDraft) -> EvidenceReference? {
    let port = draft.claim.map { portNames[Int($0)] }
    let evidence = draft.claim.map { ports[Int($0)].evidence }
    if let paths = input.evidencePaths {
      return paths[draft.mark.source].map {
        EvidenceReference(
          source: $0, line: Int(draft.mark.line), what: draft.what, port: port, portEvidence: evidence)
      }
    }
    let source = Int(draft.mark.source)
    guard source < input.sources.count, source < input.linesBefore.count,
      Int(draft.mark.piece) < input.linesBefore[source].count
    else { return nil }
    return EvidenceReference(
      source: input.sources[source].path,
      line: input.linesBefore[source][Int(draft.mark.piece)] + Int(draft.mark.line), what: draft.what, port: port,
      portEvidence: evidence, record: record(draft.mark))
  }

  /// The connection record behind a line.
  private func record(_ mark: LineMark) -> RecordReference? {
    guard let record = tally.recordOfLine[mark], let sources = input.connections?.sources,
      Int(record.source) < sources.count
    else { return nil }
    return RecordReference(source: sources[Int(record.source)].path, line: Int(record.line))
  }

  /// Text of the log as it may stand in a report: valid, and free of control and direction-changing characters.
  static func printable(_ bytes: some Sequence<UInt8>) -> String { CleanText.make(bytes) }
}
