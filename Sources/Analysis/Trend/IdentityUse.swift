import MailModel

/// What an identity did over all days, before it is known what its unlabelled ports and its domain are.
struct IdentityUse: Sendable {
  let identity: String
  /// The identity in one word, for `LoginPlaces`.
  let word: UInt64
  /// A login succeeded under this name.
  var hasLoggedIn = false
  /// A login without a readable name succeeded, with this sender.
  var hasSentNameless = false
  /// Nothing but refusals under a sender's name that anybody can claim.
  private(set) var isClaim = false
  /// Messages relayed without a login.
  var relayed = PortRoleUse()
  var legacy = PortRoleUse()
  var submission = PortRoleUse()
  var unknown = PortRoleUse()
  var refused = PortRoleUse()
  /// Refusals under its name from where it never logged in, beside logins.
  var claimed = PortRoleUse()
  /// Use of ports that labels can change.
  private var openUses: [(claim: PortClaim, use: PortRoleUse)] = []
  private var openRefusals: [(refusal: OpenRefusal, use: PortRoleUse)] = []

  init(identity: String) {
    self.identity = identity
    word = LoginPlaces.word(identity)
  }

  mutating func add(
    _ kind: TrendPort, _ days: DayStretch, messages: Int, lastAt: Timestamp, spans: [PortRoleUse.Span]
  ) {
    switch kind {
    case .legacy: legacy.add(days, messages: messages, lastAt: lastAt, spans: spans)
    case .submission: submission.add(days, messages: messages, lastAt: lastAt, spans: spans)
    case .unknown: unknown.add(days, messages: messages, lastAt: lastAt, spans: spans)
    case .open(let claim):
      let place = openUses.firstIndex { $0.claim == claim } ?? openUses.count
      if place == openUses.count { openUses.append((claim, PortRoleUse())) }
      openUses[place].use.add(days, messages: messages, lastAt: lastAt, spans: spans)
    }
  }

  mutating func add(
    _ refusal: OpenRefusal, _ days: DayStretch, lastAt: Timestamp, spans: [PortRoleUse.Span]
  ) {
    let place = openRefusals.firstIndex { $0.refusal == refusal } ?? openRefusals.count
    if place == openRefusals.count { openRefusals.append((refusal, PortRoleUse())) }
    openRefusals[place].use.add(days, messages: 0, lastAt: lastAt, spans: spans)
  }

  mutating func add(_ refusal: OpenRefusal, _ use: PortRoleUse) { openRefusals.append((refusal, use)) }

  /// Puts everything where it belongs, once all is known.
  ///
  /// - Parameter knowsLocalDomains: whether somebody said which domains are local; those of logins alone may be some of them.
  mutating func settle(_ settlement: PortSettlement, _ policy: PortPolicy, isLocal: Bool, knowsLocalDomains: Bool) {
    // As in the report: behind a login without a readable name a redirected message has a sender from elsewhere, who is no user here.
    if !isLocal, !hasLoggedIn, !hasSentNameless || knowsLocalDomains {
      (legacy, submission, unknown, refused) = (PortRoleUse(), PortRoleUse(), PortRoleUse(), PortRoleUse())
      (relayed, claimed) = (PortRoleUse(), PortRoleUse())
      (openUses, openRefusals) = ([], [])
      return
    }
    for (claim, use) in openUses {
      switch settlement.role(.open(claim), policy) {
      case .legacy: legacy.merge(use)
      case .submission: submission.merge(use)
      case .unknown, .open: unknown.merge(use)
      }
    }
    openUses = []
    let hasUse = hasLoggedIn || hasSentNameless || relayed[.ever].lastAt != nil
    var isBelieved = hasUse
    for (refusal, use) in openRefusals {
      let refusalClass = refusal.refusalClass(
        sender: identity, isLocal: isLocal, isKnownThere: refusal.isKnownThere,
        port: settlement.port(refusal.claim).port, policy)
      guard refusalClass == .submissionRequired else { continue }
      if hasUse, refusal.isClaim { claimed.merge(use) } else { refused.merge(use) }
      if !refusal.isClaim { isBelieved = true }
    }
    isClaim = !isBelieved
    openRefusals = []
  }

  /// How far it had moved in a span; nothing when it was not seen.
  func readiness(_ span: PortRoleUse.Span) -> Readiness? {
    var lastRefused = refused[span].lastAt
    var lastClaimed = claimed[span].lastAt
    if let relayed = relayed[span].lastAt {
      if let refused = lastRefused, relayed >= refused { lastRefused = nil }
      if legacy[span].lastAt == nil, submission[span].lastAt == nil, unknown[span].lastAt == nil { lastClaimed = nil }
    }
    let rule = ReadinessRule(
      lastLegacy: legacy[span].lastAt, lastSubmission: submission[span].lastAt, lastUnknown: unknown[span].lastAt,
      lastRefused: lastRefused, lastClaimed: lastClaimed)
    if rule.lastLegacy == nil, rule.lastSubmission == nil, rule.lastUnknown == nil, rule.lastOfAll == nil {
      return nil
    }
    return rule.readiness
  }

  /// What closing the ports means for it.
  var breaks: CutoverBreak? {
    switch readiness(.recent) {
    case .notReady: return .now
    // Who has moved but for a device that is refused already loses nothing more.
    case .moving: return isRefusedAlready ? .already : .now
    case .blocked: return .already
    case .unknown: return .perhaps
    case .ready: return nil
    case nil: break
    }
    switch readiness(.ever) {
    case .notReady: return .onReturn
    case .moving:
      if let legacy = legacy[.ever].lastAt, submission[.ever].lastAt.map({ $0 <= legacy }) ?? true { return .onReturn }
      return [refused[.ever].lastAt, claimed[.ever].lastAt].compactMap { $0 }.max().map { refused in
        submission[.ever].lastAt.map { $0 < refused } ?? true ? .already : nil
      } ?? nil
    case .blocked: return .already
    case .unknown: return .perhaps
    case .ready, nil: return nil
    }
  }

  /// Whether its only use of the ports to be closed in the recent days was a refused one.
  private var isRefusedAlready: Bool { legacy[.recent].lastAt == nil }

  /// The wave in which it can be switched: whoever loses nothing comes first.
  var wave: Int {
    switch readiness(.recent) {
    case .ready: 1
    case nil: 2
    case .blocked: 3
    case .unknown: 4
    case .moving: isRefusedAlready ? 3 : 5
    case .notReady: 6
    }
  }
}
