import MailModel

/// Counts who did what on which day, and puts it into a trend.
///
/// Days come in one after another, in any order and from several servers; what only all of them together show (local domains, servers that label their
/// services) is applied at the end. Memory grows with the identities and by a bit for each of their days.
public struct TrendBuilder {
  let windows: TrendWindows
  let input: ReportInput
  let resolver: IdentityResolver
  var names: StringTable
  var senders: StringTable
  var servers: StringTable
  /// Each text of a reply is judged once: a few texts make up nearly all refusals.
  private var replies: StringTable
  private var judgedReplies: [JudgedReply] = []
  private let signatures: RefusalSignatures
  /// Places in `identities` by the numbers of `names` and `senders`; -1 where there is no identity.
  private var identityOfName: [Int] = []
  private var identityOfSender: [Int] = []
  /// The word of each sender's identity, 0 where nobody has asked for it.
  private var wordOfSender: [UInt64] = []
  private var numbers: [String: Int] = [:]
  var identities: [IdentityUse] = []
  var localDomains: Set<String>
  var settlement = PortSettlement()
  /// From where identities have logged in.
  public private(set) var logins = LoginPlaces()
  /// Refusals that are believed if the identity has logged in from where they were heard, by both in one word.
  private var doubtful: [UInt64: (sender: UInt32, refusals: [(refusal: OpenRefusal, use: PortRoleUse)])] = [:]
  /// Strangers who make senders up come from everywhere; more of their addresses are not kept.
  private static let doubtfulLimit = 20_000
  /// Days with sessions, from `windows.first`.
  var logs = DaySet()
  /// Messages and nameless logins of the recent days, by kind of port.
  var messages: [TrendPortSum] = []

  /// Takes the windows, and what is needed to judge.
  public init(windows: TrendWindows, input: ReportInput, limits: TallyLimits = TallyLimits(), seed: UInt64) {
    self.windows = windows
    self.input = input
    resolver = IdentityResolver(accounts: input.accounts, defaultDomain: input.defaultDomain)
    names = StringTable(limit: limits.names, seed: seed)
    senders = StringTable(limit: limits.senders, seed: seed)
    servers = StringTable(limit: 10_000, seed: seed)
    replies = StringTable(limit: limits.replies, seed: seed)
    signatures = RefusalSignatures(input.signatures)
    localDomains = input.localDomains.union(input.accounts.localDomains)
    if let domain = input.defaultDomain { localDomains.insert(domain) }
  }

  /// Takes what was counted on a day.
  ///
  /// - Parameter number: the day, in days since 1970-01-01 by the log's own clock.
  public mutating func add(_ tally: Tally, day number: Int) {
    guard covers(number) else { return }
    let day = number - windows.first
    if tally.sessions > 0 { logs.insert(day) }
    let stretch = DayStretch(day)
    add(tally, firstDay: number, loginDays: { _ in stretch }, refusalDays: { _ in stretch })
  }

  /// Takes what was counted on the days of a block, none of which lies in another span than the others.
  public mutating func add(_ block: DayBlock) {
    guard covers(block.first), covers(block.last) else { return }
    let day = block.first - windows.first
    for (number, bits) in block.logs.enumerated() { logs.insert(bits, from: day + number << 6) }
    add(
      block.tally, firstDay: block.first, loginDays: { DayStretch(first: day, words: block.loginDays(of: $0)) },
      refusalDays: { DayStretch(first: day, words: block.refusalDays(of: $0)) })
  }

  /// Whether a day is looked at.
  public func covers(_ day: Int) -> Bool { (windows.first...windows.last).contains(day) }

  /// The first days of spans, and those behind their ends: a block that has one of them behind its first day is of no use.
  public var seams: Set<Int> {
    var seams = [windows.first, windows.last + 1]
    for span in [windows.before, windows.after, windows.recent].compactMap({ $0 }) {
      seams += [span.lowerBound, span.upperBound + 1]
    }
    return Set(seams)
  }

  private mutating func add(
    _ tally: Tally, firstDay number: Int, loginDays: (Int) -> DayStretch, refusalDays: (Int) -> DayStretch
  ) {
    let names = absorbNames(tally.names)
    let senders = self.senders.absorb(tally.senders)
    let servers = self.servers.absorb(tally.servers)
    for server in tally.labellingServers where server < LoginKey.nobody {
      settlement.note(labelling: servers[Int(server)])
    }
    let claims = tally.claims.map { $0.bare(server: $0.server < LoginKey.nobody ? servers[Int($0.server)] : $0.server) }
    for claim in claims { settlement.note(claim) }
    let ports = claims.map { claim -> TrendPort in
      if PortSettlement.isOpen(claim) { return .open(claim) }
      if claim.port == 0 { return .unknown }
      return input.policy.isSubmission(Int(claim.port)) ? .submission : .legacy
    }
    let spans = spans(of: number)
    let isRecent = windows.recent.contains(number)
    for (row, (key, fact)) in tally.logins.pairs.enumerated() {
      let port = ports[Int(key.claim)]
      guard key.identity < LoginKey.nobody else {
        if isRecent { sum(port) { $0.namelessLogins += fact.sessions } }
        continue
      }
      let place =
        key.isSender ? identity(ofSender: senders[Int(key.identity)]) : identity(ofName: names[Int(key.identity)])
      guard let place else { continue }
      if key.isSender { identities[place].hasSentNameless = true } else { identities[place].hasLoggedIn = true }
      if let address = tally.address(key.address) { logins.insert(identities[place].word, address) }
      identities[place].add(
        port, loginDays(row), sessions: fact.sessions, messages: fact.messages, lastAt: fact.span.lastAt, spans: spans)
    }
    addRefusals(of: tally, names: names, senders: senders, claims, days: refusalDays, spans: spans)
    for (key, fact) in tally.relays.pairs where key.sender < LoginKey.nobody {
      let sender = senders[Int(key.sender)]
      if let address = tally.address(key.address) { logins.insert(word(ofSender: sender), address) }
      if let place = identity(ofSender: sender) {
        identities[place].relayed.add(
          DayStretch(number - windows.first), messages: 0, lastAt: fact.span.lastAt, spans: spans)
      }
    }
    guard isRecent else { return }
    for (key, fact) in tally.authenticated.pairs { sum(ports[Int(key.claim)]) { $0.messages += fact.messages } }
    for (key, fact) in tally.relays.pairs {
      let isFreed = input.isFreed.flatMap { frees in tally.address(key.address).map(frees) } ?? false
      sum(ports[Int(key.claim)]) {
        $0.relayedMessages += fact.messages
        $0.freedMessages += isFreed ? fact.messages : 0
      }
    }
  }

  private mutating func addRefusals(
    of tally: Tally, names: [UInt32], senders: [UInt32], _ claims: [PortClaim], days: (Int) -> DayStretch,
    spans: [PortRoleUse.Span]
  ) {
    let replies = judged(tally.replies)
    for (row, (key, fact)) in tally.refusals.pairs.enumerated()
    where key.reply != StringTable.overflow && key.sender < LoginKey.nobody && !key.answersAuth {
      let login =
        key.login < LoginKey.nobody
        ? identity(ofName: names[Int(key.login)]).map { identities[$0].identity } : nil
      var refusal = OpenRefusal(
        reply: replies[Int(key.reply)], isLoggedIn: key.isLoggedIn, login: login, claim: claims[Int(key.claim)])
      let mayMeanPort = refusal.mayMeanPort(input.policy)
      guard mayMeanPort || refusal.isDecidedByPlace(input.policy) else { continue }
      let sender = senders[Int(key.sender)]
      let address = tally.address(key.address)
      refusal.isInside = address.map { input.isInside($0) } ?? false
      if mayMeanPort {
        // A short login name stands for the sender, which is its own address.
        let isShort = login.map { IdentityResolver.domain(of: $0) == nil } ?? false
        if let place = isShort ? identity(ofName: names[Int(key.login)]) : identity(ofSender: sender) {
          identities[place].add(refusal, days(row), count: fact.count, lastAt: fact.span.lastAt, spans: spans)
        }
      }
      guard !refusal.isLoggedIn, let address else { continue }
      let pair = LoginPlaces.pair(word(ofSender: sender), address)
      guard doubtful[pair] != nil || doubtful.count < TrendBuilder.doubtfulLimit || logins.contains(pair: pair) else {
        continue
      }
      refusal.isKnownThere = true
      var known = doubtful[pair, default: (sender, [])]
      let place = known.refusals.firstIndex { $0.refusal == refusal } ?? known.refusals.count
      if place == known.refusals.count { known.refusals.append((refusal, PortRoleUse())) }
      known.refusals[place].use.add(days(row), count: fact.count, messages: 0, lastAt: fact.span.lastAt, spans: spans)
      doubtful[pair] = known
    }
  }

  /// Gives refusals to those who have logged in from where they were heard.
  mutating func settleDoubtful() {
    for (pair, (sender, refusals)) in doubtful where logins.contains(pair: pair) {
      guard let place = identity(ofSender: sender) else { continue }
      for (refusal, use) in refusals { identities[place].add(refusal, use) }
    }
    doubtful = [:]
  }

  /// The texts of replies, each understood once.
  private mutating func judged(_ table: StringTable) -> [JudgedReply] {
    let map = replies.absorb(table)
    for number in judgedReplies.count..<replies.count {
      judgedReplies.append(JudgedReply(ReplyText(key: replies[UInt32(number)]), signatures))
    }
    return map.enumerated().map { row, number in
      number == StringTable.overflow
        ? JudgedReply(ReplyText(key: table[UInt32(row)]), signatures) : judgedReplies[Int(number)]
    }
  }

  private func spans(of day: Int) -> [PortRoleUse.Span] {
    var spans: [PortRoleUse.Span] = [.ever]
    if let before = windows.before {
      if day < before.lowerBound { spans.append(.earlier) }
      if before.contains(day) { spans.append(.before) }
    }
    if windows.after.contains(day) { spans.append(.after) }
    if windows.recent.contains(day) { spans.append(.recent) }
    return spans
  }

  private mutating func sum(_ port: TrendPort, _ change: (inout TrendPortSum) -> Void) {
    let place = messages.firstIndex { $0.port == port } ?? messages.count
    if place == messages.count { messages.append(TrendPortSum(port: port)) }
    change(&messages[place])
  }

  /// Takes the names under which logins succeeded: their domains are local.
  private mutating func absorbNames(_ table: StringTable) -> [UInt32] {
    let known = names.count
    let map = names.absorb(table)
    for number in known..<names.count {
      let place = place(of: resolver.identity(names[UInt32(number)]))
      identityOfName.append(place)
      if place >= 0, let domain = IdentityResolver.domain(of: identities[place].identity) {
        localDomains.insert(domain)
      }
    }
    return map
  }

  private func identity(ofName number: UInt32) -> Int? {
    guard number < LoginKey.nobody, identityOfName[Int(number)] >= 0 else { return nil }
    return identityOfName[Int(number)]
  }

  /// Most senders are strangers of whom nothing is needed: an identity is made when it is asked for.
  private mutating func identity(ofSender number: UInt32) -> Int? {
    guard number < LoginKey.nobody else { return nil }
    while identityOfSender.count <= Int(number) { identityOfSender.append(-2) }
    if identityOfSender[Int(number)] == -2 {
      identityOfSender[Int(number)] = place(of: resolver.identity(senders[number]))
    }
    let place = identityOfSender[Int(number)]
    return place >= 0 ? place : nil
  }

  private mutating func word(ofSender number: UInt32) -> UInt64 {
    guard number < LoginKey.nobody else { return 0 }
    while wordOfSender.count <= Int(number) { wordOfSender.append(0) }
    if wordOfSender[Int(number)] == 0 {
      wordOfSender[Int(number)] = LoginPlaces.word(resolver.identity(senders[number]))
    }
    return wordOfSender[Int(number)]
  }

  private mutating func place(of identity: String) -> Int {
    if identity.isEmpty { return -1 }
    if let known = numbers[identity] { return known }
    identities.append(IdentityUse(identity: identity))
    numbers[identity] = identities.count - 1
    return identities.count - 1
  }
}
