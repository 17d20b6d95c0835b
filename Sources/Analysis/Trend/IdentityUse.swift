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
  /// Refusals in its logins on unknown ports; they are among `refused`.
  var toldOff = PortRoleUse()
  /// Use of ports that labels can change.
  private var openUses: [(claim: PortClaim, use: PortRoleUse)] = []
  private var openRefusals: [(refusal: OpenRefusal, use: PortRoleUse)] = []

  init(identity: String) {
    self.identity = identity
    word = LoginPlaces.word(identity)
  }

  mutating func add(
    _ kind: TrendPort, _ days: DayStretch, sessions: Int = 1, messages: Int, lastAt: Timestamp,
    spans: [PortRoleUse.Span]
  ) {
    switch kind {
    case .legacy: legacy.add(days, count: sessions, messages: messages, lastAt: lastAt, spans: spans)
    case .submission: submission.add(days, count: sessions, messages: messages, lastAt: lastAt, spans: spans)
    case .unknown: unknown.add(days, count: sessions, messages: messages, lastAt: lastAt, spans: spans)
    case .open(let claim):
      let place = openUses.firstIndex { $0.claim == claim } ?? openUses.count
      if place == openUses.count { openUses.append((claim, PortRoleUse())) }
      openUses[place].use.add(days, count: sessions, messages: messages, lastAt: lastAt, spans: spans)
    }
  }

  mutating func add(
    _ refusal: OpenRefusal, _ days: DayStretch, count: Int = 1, lastAt: Timestamp, spans: [PortRoleUse.Span]
  ) {
    let place = openRefusals.firstIndex { $0.refusal == refusal } ?? openRefusals.count
    if place == openRefusals.count { openRefusals.append((refusal, PortRoleUse())) }
    openRefusals[place].use.add(days, count: count, messages: 0, lastAt: lastAt, spans: spans)
  }

  mutating func add(_ refusal: OpenRefusal, _ use: PortRoleUse) { openRefusals.append((refusal, use)) }

  /// Puts everything where it belongs, once all is known.
  ///
  /// - Parameter knowsLocalDomains: whether somebody said which domains are local; those of logins alone may be some of them.
  mutating func settle(_ settlement: PortSettlement, _ policy: PortPolicy, isLocal: Bool, knowsLocalDomains: Bool) {
    // As in the report: behind a login without a readable name a redirected message has a sender from elsewhere, who is no user here.
    if !isLocal, !hasLoggedIn, !hasSentNameless || knowsLocalDomains {
      dropUses()
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
      let port = settlement.port(refusal.claim).port
      let refusalClass = refusal.refusalClass(
        sender: identity, isLocal: isLocal, isKnownThere: refusal.isKnownThere, port: port, policy)
      guard refusalClass == .submissionRequired else { continue }
      if refusal.isLoggedIn, port == nil { toldOff.merge(use) }
      if hasUse, refusal.isClaim { claimed.merge(use) } else { refused.merge(use) }
      if !refusal.isClaim { isBelieved = true }
    }
    isClaim = !isBelieved
    openRefusals = []
  }

  /// Lets go of what it did.
  mutating func dropUses() {
    (legacy, submission, unknown, refused) = (PortRoleUse(), PortRoleUse(), PortRoleUse(), PortRoleUse())
    (relayed, claimed, toldOff) = (PortRoleUse(), PortRoleUse(), PortRoleUse())
    (openUses, openRefusals) = ([], [])
  }

  /// How far it had moved in a span; nothing when it was not seen.
  func readiness(_ span: PortRoleUse.Span) -> Readiness? { rule(span)?.readiness }

  /// Its logins and refusals in a span; nothing when it was not seen.
  private func rule(_ span: PortRoleUse.Span) -> ReadinessRule? {
    var lastRefused = refused[span].lastAt
    var lastClaimed = claimed[span].lastAt
    if let relayed = relayed[span].lastAt {
      if let refused = lastRefused, relayed >= refused { lastRefused = nil }
      if legacy[span].lastAt == nil, submission[span].lastAt == nil, unknown[span].lastAt == nil { lastClaimed = nil }
    }
    var rule = ReadinessRule(
      lastLegacy: legacy[span].lastAt, lastSubmission: submission[span].lastAt, lastUnknown: unknown[span].lastAt,
      lastRefused: lastRefused, lastClaimed: lastClaimed)
    if rule.lastLegacy == nil, rule.lastSubmission == nil, rule.lastUnknown == nil, rule.lastOfAll == nil {
      return nil
    }
    rule.settleUnknown(
      sessions: unknown[span].count, messages: unknown[span].messages, toldOff: toldOff[span].count,
      lastToldOff: toldOff[span].lastAt)
    return rule
  }

  /// What closing the ports means for it.
  var breaks: CutoverBreak? {
    if let recent = rule(.recent) {
      // Whoever has moved but for a device that is refused already loses nothing more.
      if isRefusedAlready(recent) { return .already }
      switch recent.readiness {
      case .notReady, .moving: return .now
      case .blocked: return .already
      case .unknown: return .perhaps
      case .ready: return nil
      }
    }
    guard let ever = rule(.ever) else { return nil }
    // Who came last on a port for submission has moved, whatever was refused before.
    let hasMovedSince = ever.lastSubmission.map { submission in ever.lastOfAll.map { submission >= $0 } ?? true }
    if ever.isRefusedLast { return hasMovedSince == true ? nil : .already }
    switch ever.readiness {
    case .notReady: return .onReturn
    case .moving:
      if let legacy = ever.lastLegacy, ever.lastSubmission.map({ $0 <= legacy }) ?? true { return .onReturn }
      return ever.lastOfAll == nil || hasMovedSince == true ? nil : .already
    case .blocked: return .already
    case .unknown: return .perhaps
    case .ready: return nil
    }
  }

  /// Whether its last use of the ports to be closed in the recent days was a refused one, or there was none.
  private func isRefusedAlready(_ recent: ReadinessRule) -> Bool {
    switch recent.readiness {
    case .moving: recent.isRefusedLast || legacy[.recent].lastAt == nil
    // Whichever the unknown ports were: `blocked`, or `moving` with nothing but refusals since.
    case .notReady, .unknown: recent.isRefusedLast
    case .blocked: true
    case .ready: false
    }
  }

  /// The wave in which it can be switched: whoever loses nothing comes first.
  var wave: Int {
    guard let recent = rule(.recent) else { return 2 }
    if isRefusedAlready(recent) { return 3 }
    switch recent.readiness {
    case .ready: return 1
    case .blocked: return 3
    case .unknown: return 4
    case .moving: return 5
    case .notReady: return 6
    }
  }
}
