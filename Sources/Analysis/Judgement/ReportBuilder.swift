public import MailModel

/// Judges the facts of a tally and puts them into a report.
public struct ReportBuilder {
  var tally: Tally
  let input: ReportInput
  let resolver: IdentityResolver
  let ports: [(port: Int?, evidence: PortEvidence)]
  let names: [String]
  let senders: [String]
  /// HELO names as they may stand in a report.
  let helos: [String]
  var localDomains: Set<String>
  /// The ports' names in the report, by claim.
  let portNames: [String]
  var users: [UserDraft] = []
  var userNumbers: [String: Int] = [:]
  /// Users (numbers in `users`) by address.
  var seenFrom = Sightings()
  /// Users by client, a client being an address with a HELO name.
  var usersOfClient: [UInt64: Int] = [:]
  /// Rows of the users' programs and devices.
  var sightings: [ClientSighting] = []
  var refusalsByAddress: [(address: UInt32, refusalClass: RefusalClass, count: Int)] = []
  var shared = SharedTables()
  /// The HELO name (number in `helos`) that stands for an address, by the address's number.
  var leastHELO: [UInt32] = []
  /// Logins whose password crossed the network in clear.
  var plaintextLogins = 0
  var clientAddresses: Set<UInt32> = []

  /// Takes the facts and what is needed to judge them.
  public init(tally given: consuming Tally, input: ReportInput) {
    var tally = given
    self.input = input
    resolver = IdentityResolver(accounts: input.accounts, defaultDomain: input.defaultDomain)
    ports = tally.claims.map { claim in
      if claim.port != 0 { return (Int(claim.port), claim.evidence) }
      if claim.isPlainService, tally.labellingServers.contains(claim.server) { return (25, .besideLabelled) }
      return (nil, .none)
    }
    portNames = ports.map { ReportBuilder.portName($0.port ?? UserDraft.unknownPort) }
    // What is needed no more is dropped at once: the report takes the place of the counters.
    names = (0..<tally.names.count).map { [resolver] in resolver.identity(tally.names[UInt32($0)]) }
    senders = (0..<tally.senders.count).map { [resolver] in resolver.identity(tally.senders[UInt32($0)]) }
    helos = (0..<tally.helos.count).map { ReportBuilder.printable(tally.helos[UInt32($0)]) }
    tally.dropTexts()
    localDomains = input.localDomains.union(input.accounts.localDomains)
    if let domain = input.defaultDomain { localDomains.insert(domain) }
    self.tally = tally
    for name in names {
      if let domain = IdentityResolver.domain(of: name) { localDomains.insert(domain) }
    }
  }

  /// The report.
  public mutating func build() -> ReportModel {
    let inferred = inferences()
    gatherLogins()
    gatherRelays()
    let refusals = gatherRefusals()
    gatherFailures()
    seenFrom.settle()
    let users = userReports()
    let addresses = addressReports()
    let totals = totals(users: users, addresses: addresses, refusals: refusals)
    return ReportModel(
      generator: input.generator, generatedAt: input.generatedAt, window: window(), policy: input.policy,
      sources: input.sources, skipped: input.skipped, totals: totals, users: users, addresses: addresses,
      refusals: refusals, daily: dailyReports(), portAdvice: portAdvice(),
      warnings: warnings(totals), connections: input.connections, server: input.server, inferred: inferred)
  }

  func portKey(_ claim: UInt32) -> String { portNames[Int(claim)] }

  static func portName(_ port: Int) -> String { port == UserDraft.unknownPort ? "unknown" : String(port) }

  func address(_ number: UInt32) -> String {
    tally.address(number)?.description ?? "others"
  }

  func helo(_ number: UInt32) -> String? {
    number >= LoginKey.nobody ? nil : helos[Int(number)]
  }

  func isLocal(_ identity: String) -> Bool {
    IdentityResolver.domain(of: identity).map { localDomains.contains($0) } ?? false
      || input.accounts.mailboxOfAddress[identity] != nil
  }

  /// A line number in its whole source.
  func reference(_ draft: EvidenceDraft) -> EvidenceReference? {
    if let paths = input.evidencePaths {
      return paths[draft.mark.source].map {
        EvidenceReference(
          source: $0, line: Int(draft.mark.line), what: draft.what, port: draft.port, portEvidence: draft.portEvidence)
      }
    }
    let source = Int(draft.mark.source)
    guard source < input.sources.count, source < input.linesBefore.count,
      Int(draft.mark.piece) < input.linesBefore[source].count
    else { return nil }
    return EvidenceReference(
      source: input.sources[source].path,
      line: input.linesBefore[source][Int(draft.mark.piece)] + Int(draft.mark.line), what: draft.what, port: draft.port,
      portEvidence: draft.portEvidence, record: record(draft.mark))
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
