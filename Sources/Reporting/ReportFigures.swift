import MailModel

/// What HTML and summary both work out from the model.
struct ReportFigures: Sendable {
  /// The model itself.
  let model: ReportModel
  /// The order of ports.
  let order: PortOrder
  /// Users, most affected first, with their place in `model.users`.
  let users: [UserReport]
  /// Users by where they stand: on the recent days where the trend answers, else in all of the report.
  private let standings: [UserStanding: Int]
  /// What the trend says of each identity, where it answers.
  private let recent: [String: TrendUser]?
  /// Sessions on ports to be closed of users whose last one there was refused.
  let legacySessionsOfRefused: Int
  /// The same on unknown ports.
  let unknownSessionsOfRefused: Int

  /// Senders of whom nothing but refusals is known that anybody can have brought about, where the report alone answers.
  let claims: Int

  /// Users by the state that stands beside them, where the trend answers.
  private let states: [Readiness?: Int]
  /// Senders of the list of whom nothing but refusals is known that anybody can have brought about; they are in no state.
  let unproven: Int

  /// Works everything out.
  init(_ model: ReportModel) {
    self.model = model
    order = PortOrder(policy: model.policy)
    let policy = model.policy
    var refused = (legacy: 0, unknown: 0)
    var claims = 0
    var standings: [UserStanding: Int] = [:]
    if let trend = model.trend, ReportAnswer.goesByRecentDays(model) {
      for user in trend.users { standings[UserStanding(user, since: trend.recent.from), default: 0] += 1 }
      standings[.relaying] = model.users.count { ReportFigures.isOnlyRelaying($0) }
      recent = Dictionary(trend.users.map { ($0.identity, $0) }, uniquingKeysWith: { first, _ in first })
    } else {
      recent = nil
      for user in model.users {
        // As in the trend: in the night after the switch strangers make up more of them than there are users.
        if user.isClaim == true {
          claims += 1
          continue
        }
        standings[UserStanding(user, policy), default: 0] += 1
        let isRefused = user.readiness == .blocked || user.isRefusedLast == true
        guard isRefused else { continue }
        refused.legacy += ReportFigures.sum(user.ports, .legacy, policy).sessions
        refused.unknown += user.isRefusedLast == true ? ReportFigures.sum(user.ports, .unknown, policy).sessions : 0
      }
    }
    self.standings = standings
    self.claims = claims
    states = ReportFigures.states(model.users, recent)
    unproven = model.users.count { [recent] in ReportFigures.isUnproven($0, recent) }
    (legacySessionsOfRefused, unknownSessionsOfRefused) = refused
    let ranked = model.users.map { [recent] user in
      let state = recent?[user.identity].map(\.recent) ?? user.readiness
      let isUnproven = ReportFigures.isUnproven(user, recent)
      return (rank: ReportFigures.rank(user, state, isUnproven: isUnproven, policy), user: user)
    }
    users = ranked.sorted { $0.rank < $1.rank }.map(\.user)
  }

  /// Users of one standing.
  func users(_ standing: UserStanding) -> Int { standings[standing] ?? 0 }

  /// Users by the state that stands beside them in the list, and those whom the trend alone knows; with nothing, those not seen on the recent days.
  func users(in readiness: Readiness?) -> Int {
    if recent != nil { return states[readiness] ?? 0 }
    let all = readiness.flatMap { model.totals.readiness[$0.rawValue] } ?? 0
    return readiness == .blocked ? all - unproven : all
  }

  /// Where a user stands; nothing for a sender of whom nothing but refusals of the recent days is known, whom anybody can have made up.
  func standing(of user: UserReport) -> UserStanding? {
    guard !isUnproven(user) else { return nil }
    guard let recent, let trend = model.trend else { return UserStanding(user, model.policy) }
    if let known = recent[user.identity] { return UserStanding(known, since: trend.recent.from) }
    return ReportFigures.isOnlyRelaying(user) ? .relaying : nil
  }

  /// Whether nothing but refusals is known of a sender, which any stranger can have brought about.
  func isUnproven(_ user: UserReport) -> Bool { ReportFigures.isUnproven(user, recent) }

  private static func isUnproven(_ user: UserReport, _ recent: [String: TrendUser]?) -> Bool {
    guard let recent else { return user.isClaim == true }
    return user.kind == .envelopeSender && recent[user.identity] == nil && !isOnlyRelaying(user)
  }

  /// How far a user has moved by the days that the answer goes by; nothing when it was not seen on them.
  func state(of user: UserReport) -> Readiness? {
    guard let known = recent?[user.identity] else { return user.readiness }
    return known.recent
  }

  /// Users with a login on a port to be closed, and who are not kept from it since.
  var legacyUsers: Int { users(.onLegacy) }

  /// Whether somebody was refused at last, by the days that the answer goes by.
  var isAnybodyRefused: Bool { users(.blocked) + users(.thrownBack) + claims > 0 }

  /// The trend, where the answer goes by its recent days.
  var answeringTrend: TrendReport? { recent == nil ? nil : model.trend }

  /// How many are in each state: those of the list, and those whom the trend alone knows.
  private static func states(_ users: [UserReport], _ recent: [String: TrendUser]?) -> [Readiness?: Int] {
    guard var unlisted = recent else { return [:] }
    var states: [Readiness?: Int] = [:]
    for user in users where !isUnproven(user, recent) {
      let known = unlisted.removeValue(forKey: user.identity)
      states[known.map(\.recent) ?? user.readiness, default: 0] += 1
    }
    for user in unlisted.values { states[user.recent, default: 0] += 1 }
    return states
  }

  /// Whether a user was seen relaying without a login, and not otherwise.
  static func isOnlyRelaying(_ user: UserReport) -> Bool { user.readiness == .unknown && user.ports.isEmpty }

  /// Users who are seen from the server itself alone, and submit on a port to be closed or were refused: one setting moves them all.
  var usersOfWebMail: Int {
    model.users.count { user in
      guard !user.clients.isEmpty, user.clients.allSatisfy({ $0.guess == .webMail }) else { return false }
      switch standing(of: user) {
      case .onLegacy, .blocked, .thrownBack: return true
      case .onUnknown, .relaying, .unseen, .ready, nil: return false
      }
    }
  }

  /// Messages relayed without a login on ports of one role, but for those that the bypass file lets pass.
  func relays(_ role: PortRole) -> Int {
    guard let byPort = model.totals.relaysByPort else {
      return role == .unknown ? model.totals.unauthenticatedRelays : 0
    }
    return sum(byPort, role) - freedRelays(role)
  }

  /// Messages relayed without a login on ports of one role that the bypass file lets pass.
  func freedRelays(_ role: PortRole) -> Int { sum(model.totals.freedRelaysByPort ?? [:], role) }

  private func sum(_ byPort: [String: Int], _ role: PortRole) -> Int {
    byPort.reduce(0) { $0 + (PortRole(key: $1.key, policy: model.policy) == role ? $1.value : 0) }
  }

  /// Sources that were not read to their end.
  var incompleteSources: Int { model.sources.count { !$0.complete } }

  /// Lines that were not understood.
  var unreadLines: Int { model.reading?.unread ?? model.sources.reduce(0) { $0 + $1.unrecognised + $1.malformed } }

  /// Whether some logs were written at a level that hides logins and ports.
  var isHiddenInPart: Bool {
    model.reading.map { $0.summaryLevel > 0 } ?? model.warnings.contains { $0.code == .summaryLevelInPart }
  }

  /// Whether a part of the logs that is worth mentioning was not read, or says nothing: one in a hundred lines, the end of
  /// a source, or a source of summary lines.
  var isReadInPart: Bool {
    isHiddenInPart || isUnreadInPart
  }

  /// Whether a part of the logs that is worth mentioning was not read: one in a hundred lines, or the end of a source.
  var isUnreadInPart: Bool {
    incompleteSources > 0
      || unreadLines * 100 > model.reading?.lines ?? model.sources.reduce(0) { $0 + $1.lines }
  }

  /// Authenticated sessions and messages on ports of one role.
  func total(_ role: PortRole) -> PortCount { sum(model.totals.byPort, role) }

  /// Sessions and messages of a table on ports of one role.
  func sum(_ ports: [String: PortCount], _ role: PortRole) -> PortCount {
    ReportFigures.sum(ports.mapValues { ($0.sessions, $0.messages) }, role, model.policy)
  }

  /// Sessions and messages of a user on ports of one role.
  func sum(_ ports: [String: PortUse], _ role: PortRole) -> PortCount {
    ReportFigures.sum(ports, role, model.policy)
  }

  /// The ports to be closed that were used, or else those of the policy.
  var legacyPorts: [String] {
    let used = model.totals.byPort.filter {
      PortRole(key: $0.key, policy: model.policy) == .legacy && $0.value.sessions > 0
    }
    let named = model.policy.legacyPorts.map(String.init)
    return order.sorted(used.isEmpty ? named : Array(used.keys))
  }

  private static func sum(_ ports: [String: PortUse], _ role: PortRole, _ policy: PortPolicy) -> PortCount {
    sum(ports.mapValues { ($0.sessions, $0.messages) }, role, policy)
  }

  private static func sum(
    _ ports: [String: (sessions: Int, messages: Int)], _ role: PortRole, _ policy: PortPolicy
  ) -> PortCount {
    var result = PortCount()
    for (key, count) in ports where PortRole(key: key, policy: policy) == role {
      result.sessions += count.sessions
      result.messages += count.messages
    }
    return result
  }

  /// Who cannot send comes first, then who will not be able to; senders that strangers make up by the hundred hide nobody.
  private static func rank(
    _ user: UserReport, _ state: Readiness?, isUnproven: Bool, _ policy: PortPolicy
  ) -> (Int, Int, Int, Int, String) {
    let place =
      switch state {
      case _ where isUnproven: 6
      case .blocked: 0
      case .notReady: 1
      case .moving: 2
      case .unknown: 3
      case .ready: 4
      case nil: 5
      }
    let legacy = sum(user.ports, .legacy, policy)
    let all = user.ports.values.reduce(0) { $0 + $1.messages }
    return (place, -legacy.messages, -legacy.sessions, -all, user.identity)
  }
}
