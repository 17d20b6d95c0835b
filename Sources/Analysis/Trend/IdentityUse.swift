import MailModel

/// What an identity did over all days, before it is known what its unlabelled ports and its domain are.
struct IdentityUse: Sendable {
  let identity: String
  /// A login succeeded under this name, or under a masked one with this sender.
  var hasLoggedIn = false
  var legacy = PortRoleUse()
  var submission = PortRoleUse()
  var unknown = PortRoleUse()
  var refused = PortRoleUse()
  /// Refusals that mean this port only if the sender is local.
  var refusedIfLocal = PortRoleUse()
  /// Use of plain services whose server may turn out to label its others, by the server's number.
  var plain: [(server: UInt32, use: PortRoleUse)] = []

  init(identity: String) { self.identity = identity }

  mutating func add(
    _ kind: TrendPort, _ days: DayStretch, messages: Int, lastAt: Timestamp, spans: [PortRoleUse.Span]
  ) {
    switch kind {
    case .legacy: legacy.add(days, messages: messages, lastAt: lastAt, spans: spans)
    case .submission: submission.add(days, messages: messages, lastAt: lastAt, spans: spans)
    case .unknown: unknown.add(days, messages: messages, lastAt: lastAt, spans: spans)
    case .plain(let server):
      let place = plain.firstIndex { $0.server == server } ?? plain.count
      if place == plain.count { plain.append((server, PortRoleUse())) }
      plain[place].use.add(days, messages: messages, lastAt: lastAt, spans: spans)
    }
  }

  /// Puts everything where it belongs, once all is known.
  mutating func settle(labelling: Set<UInt32>, isLocal: Bool) {
    for (server, use) in plain {
      if labelling.contains(server) { legacy.merge(use) } else { unknown.merge(use) }
    }
    plain = []
    if isLocal {
      refused.merge(refusedIfLocal)
    } else if !hasLoggedIn {
      refused = PortRoleUse()
    }
  }

  /// How far it had moved in a span; nothing when it was not seen.
  func readiness(_ span: PortRoleUse.Span) -> Readiness? {
    let rule = ReadinessRule(
      lastLegacy: legacy[span].lastAt, lastSubmission: submission[span].lastAt, lastUnknown: unknown[span].lastAt,
      lastRefused: refused[span].lastAt)
    if rule.lastLegacy == nil, rule.lastSubmission == nil, rule.lastUnknown == nil, rule.lastRefused == nil {
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
      return (refused[.ever].lastAt).map { refused in
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
