import MailModel

/// Ports that are concluded, apart from everything that is sure.
extension ReportBuilder {
  /// What the rules conclude; asked before the counters of logins and refusals are let go.
  ///
  /// - Returns: nothing without `--infer-port`.
  func inferences() -> InferenceReport? {
    guard let server = input.serverFacts else { return nil }
    let conclusions = tally.claims.indices.map { i -> (rule: InferenceRule, port: UInt16)? in
      guard ports[i].port == nil else { return nil }
      var facts = server
      facts.showsTLS = facts.showsTLS || tally.tlsLoggingServers.contains(tally.claims[i].server)
      return PortInferenceRules.conclusion(tally.claims[i].hints, facts)
    }
    var draft = InferenceDraft()
    for (key, fact) in tally.authenticated.pairs where ports[Int(key.claim)].port == nil {
      if let found = conclusions[Int(key.claim)] {
        draft.add(found.rule, found.port, sessions: fact.sessions)
      } else {
        draft.undecided += fact.sessions
      }
    }
    for (key, fact) in tally.logins.pairs where key.identity < LoginKey.nobody {
      guard let found = conclusions[Int(key.claim)] else { continue }
      let identity = key.isSender ? senders[Int(key.identity)] : names[Int(key.identity)]
      if !identity.isEmpty {
        draft.users[identity, default: .init(identity: identity)].logIn(found.port, fact.sessions)
      }
    }
    for (key, fact) in tally.refusals.pairs where !key.isLoggedIn && !key.answersAuth {
      guard let found = conclusions[Int(key.claim)], found.rule == .submissionSwitch, key.sender < LoginKey.nobody,
        isLocal(senders[Int(key.sender)]), refusalClass(of: key) == .submissionRequired
      else { continue }
      let identity = senders[Int(key.sender)]
      draft.add(found.rule, found.port, refusals: fact.count)
      draft.users[identity, default: .init(identity: identity)].refuse(found.port, fact.count)
    }
    return draft.report(input.policy, server.sources)
  }
}

/// The conclusions while they are gathered.
private struct InferenceDraft {
  private var rows: [InferenceRule: [UInt16: (sessions: Int, refusals: Int)]] = [:]
  var users: [String: InferenceReport.User] = [:]
  var undecided = 0

  mutating func add(_ rule: InferenceRule, _ port: UInt16, sessions: Int = 0, refusals: Int = 0) {
    var row = rows[rule]?[port] ?? (0, 0)
    row.sessions += sessions
    row.refusals += refusals
    rows[rule, default: [:]][port] = row
  }

  func report(_ policy: PortPolicy, _ facts: [InferenceFact]) -> InferenceReport {
    func weight(_ user: InferenceReport.User) -> Int {
      user.ports.reduce(0) { $0 + (Int($1.key).map(policy.isSubmission) == true ? 0 : $1.value) }
        + user.refusals.values.reduce(0, +)
    }
    return InferenceReport(
      rules: InferenceRule.allCases.flatMap { rule in
        (rows[rule] ?? [:]).sorted { $0.key < $1.key }.map {
          InferenceReport.Row(rule: rule, port: Int($0.key), sessions: $0.value.sessions, refusals: $0.value.refusals)
        }
      },
      users: users.values.sorted { a, b in
        let (x, y) = (weight(a), weight(b))
        return x != y ? x > y : ReportBuilder.codePointOrder(a.identity, b.identity)
      },
      undecided: undecided, facts: facts)
  }
}

extension InferenceReport.User {
  fileprivate mutating func logIn(_ port: UInt16, _ sessions: Int) { ports[String(port), default: 0] += sessions }
  fileprivate mutating func refuse(_ port: UInt16, _ count: Int) { refusals[String(port), default: 0] += count }
}
