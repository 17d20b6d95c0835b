import MailModel

/// What HTML and summary both work out from the model.
struct ReportFigures: Sendable {
  /// The model itself.
  let model: ReportModel
  /// The order of ports.
  let order: PortOrder
  /// Users, most affected first, with their place in `model.users`.
  let users: [UserReport]
  /// Users with a login on a port to be closed, and who are not kept from it since.
  let legacyUsers: Int
  /// Sessions on ports to be closed of users who are refused there since.
  let legacySessionsOfBlocked: Int
  /// Users with a login on a port that nothing tells, of whom nothing else can be said.
  let unknownUsers: Int
  /// Users who have moved, and were refused on another port since.
  let thrownBackUsers: Int
  /// Users who were seen relaying without a login, and not otherwise.
  let relayingUsers: Int

  /// Works everything out.
  init(_ model: ReportModel) {
    self.model = model
    order = PortOrder(policy: model.policy)
    let policy = model.policy
    var legacyUsers = 0
    var legacySessionsOfBlocked = 0
    for user in model.users {
      let sessions = ReportFigures.sum(user.ports, .legacy, policy).sessions
      if user.readiness == .blocked {
        legacySessionsOfBlocked += sessions
      } else if sessions > 0 {
        legacyUsers += 1
      }
    }
    self.legacyUsers = legacyUsers
    self.legacySessionsOfBlocked = legacySessionsOfBlocked
    unknownUsers = model.users.count { ReportFigures.isOnUnknownPort($0) }
    thrownBackUsers = model.users.count { ReportFigures.isThrownBack($0, policy) }
    relayingUsers = model.users.count { ReportFigures.isOnlyRelaying($0) }
    let ranked = model.users.map { (rank: ReportFigures.rank($0, policy), user: $0) }
    users = ranked.sorted { $0.rank < $1.rank }.map(\.user)
  }

  /// What is said of `legacyUsers`: where the answer goes by the recent days, they are those of all days.
  var legacyLabel: Phrase { ReportAnswer.goesByRecentDays(model) ? .tileUsedLegacy : .tileLegacy }

  /// Users of one readiness.
  func users(_ readiness: Readiness) -> Int { model.totals.readiness[readiness.rawValue] ?? 0 }

  /// Whether nothing can be said of a user because the ports of its logins are unknown.
  static func isOnUnknownPort(_ user: UserReport) -> Bool { user.readiness == .unknown && !user.ports.isEmpty }

  /// Whether a user has moved, and was refused on another port since: no login on a port to be closed makes it `moving`.
  static func isThrownBack(_ user: UserReport, _ policy: PortPolicy) -> Bool {
    user.readiness == .moving && sum(user.ports, .legacy, policy).sessions == 0
  }

  /// Whether a user was seen relaying without a login, and not otherwise.
  static func isOnlyRelaying(_ user: UserReport) -> Bool { user.readiness == .unknown && user.ports.isEmpty }

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

  /// Who cannot send comes first, then who will not be able to.
  private static func rank(_ user: UserReport, _ policy: PortPolicy) -> (Int, Int, Int, Int, String) {
    let place =
      switch user.readiness {
      case .blocked: 0
      case .notReady: 1
      case .moving: 2
      case .unknown: 3
      case .ready: 4
      }
    let legacy = sum(user.ports, .legacy, policy)
    let all = user.ports.values.reduce(0) { $0 + $1.messages }
    return (place, -legacy.messages, -legacy.sessions, -all, user.identity)
  }
}
