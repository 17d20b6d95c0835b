public import MailModel

/// What was counted becomes a trend.
extension TrendBuilder {
  /// The trend; nothing when no day with sessions came in.
  ///
  /// - Parameter cutover: from which day on the ports are closed, where that is settled.
  public consuming func build(cutover: CivilDate? = nil) -> TrendReport? {
    guard let firstDay = logs.first else { return nil }
    let origin = windows.first
    let count = windows.last - origin + 1
    let begin = max(windows.begin, origin + firstDay + BurnDown.span - 1) - origin
    var burnDown = BurnDown(days: count)
    var users: [TrendUser] = []
    users.reserveCapacity(identities.count)
    var claims = 0
    var groups = Dictionary(uniqueKeysWithValues: Movement.allCases.map { ($0.rawValue, 0) })
    let isCompared = windows.before.map { daysWithLogs(in: $0) > 0 } ?? false
    settleDoubtful()
    for i in identities.indices {
      // Its place in the trend takes over what it did.
      defer { identities[i].dropUses() }
      identities[i].settle(
        settlement, input.policy, isLocal: isLocal(identities[i].identity), knowsLocalDomains: input.knowsLocalDomains)
      guard identities[i].readiness(.ever) != nil else { continue }
      if identities[i].isClaim {
        claims += identities[i].readiness(.recent) != nil ? 1 : 0
        continue
      }
      burnDown.add(legacy: identities[i].legacy.days, unknown: identities[i].unknown.days)
      let user = user(identities[i], isCompared: isCompared)
      if let movement = user.movement { groups[movement.rawValue, default: 0] += 1 }
      users.append(user)
    }
    users.sort(by: TrendBuilder.precedes)
    let days = burnDown.days(min(begin, count)..<count, logs: logs, origin: origin)
    var report = TrendReport(
      days: window((origin + firstDay)...windows.last),
      daysWithoutLogs: (firstDay..<count).filter { !logs.contains($0) }.map {
        CivilDate(daysSinceEpoch: origin + $0)
      },
      recent: window(windows.recent), burnDown: days, forecast: ZeroForecast.of(days),
      relayedMessages: 0, users: users)
    report.claims = claims
    var freed = 0
    for sum in messages {
      report.messages += sum.messages
      switch settlement.role(sum.port, input.policy) {
      case .legacy:
        report.legacyMessages += sum.messages
        report.namelessLogins += sum.namelessLogins
        report.relayedMessages += sum.relayedMessages
        freed += sum.freedMessages
      case .submission: break
      case .unknown, .open:
        report.namelessPerhaps += sum.namelessLogins
        report.relayedMessages += sum.relayedMessages
        freed += sum.freedMessages
      }
    }
    if input.isFreed != nil { report.freedMessages = freed }
    if let before = windows.before {
      report.movement = TrendMovement(before: window(before), after: window(windows.after), groups: groups)
    }
    report.verdict = cutover.map { TrendBuilder.verdict(report, on: $0) }
    return report
  }

  private func isLocal(_ identity: String) -> Bool {
    IdentityResolver.domain(of: identity).map { localDomains.contains($0) } ?? false
      || input.accounts.mailboxOfAddress[identity] != nil
  }

  private func daysWithLogs(in range: ClosedRange<Int>) -> Int {
    logs.count(in: (range.lowerBound - windows.first)...(range.upperBound - windows.first))
  }

  private func window(_ range: ClosedRange<Int>) -> TrendWindow {
    TrendWindow(
      from: CivilDate(daysSinceEpoch: range.lowerBound), to: CivilDate(daysSinceEpoch: range.upperBound),
      daysWithLogs: daysWithLogs(in: range))
  }

  private func user(_ use: IdentityUse, isCompared: Bool) -> TrendUser {
    func day(_ number: Int?) -> CivilDate? { number.map { CivilDate(daysSinceEpoch: windows.first + $0) } }
    let recent = use.readiness(.recent)
    var user = TrendUser(identity: use.identity, recent: recent, wave: use.wave)
    user.breaks = use.breaks
    if isCompared {
      user.before = use.readiness(.before)
      user.after = use.readiness(.after)
      user.movement = TrendBuilder.movement(
        earlier: use.readiness(.earlier), before: user.before, after: user.after)
    }
    user.firstLegacy = day(use.legacy.days.first)
    user.lastLegacy = day(use.legacy.days.last)
    user.firstSubmission = day(use.submission.days.first)
    user.lastSubmission = day(use.submission.days.last)
    user.lastUnknown = day(use.unknown.days.last)
    user.lastRefused = day([use.refused.days.last, use.claimed.days.last].compactMap { $0 }.max())
    user.legacyMessages = use.legacy[.recent].messages
    user.submissionMessages = use.submission[.recent].messages
    user.unknownMessages = use.unknown[.recent].messages
    return user
  }

  /// The group of an identity, by how far it had moved before and has moved after.
  static func movement(earlier: Readiness?, before: Readiness?, after: Readiness?) -> Movement? {
    func isAffected(_ readiness: Readiness?) -> Bool {
      switch readiness {
      case .notReady, .moving, .blocked: true
      case .ready, .unknown, nil: false
      }
    }
    switch (isAffected(before), isAffected(after)) {
    case (true, true): return .stillThere
    case (true, false):
      switch after {
      case .ready: return .moved
      case .unknown: return .unclear
      default: return .goneSilent
      }
    case (false, true):
      if before == .unknown { return .unclear }
      return isAffected(earlier) ? .cameBack : .newlyAffected
    case (false, false): return nil
    }
  }

  private static func verdict(_ report: TrendReport, on day: CivilDate) -> CutoverVerdict {
    let isOpen =
      report.users.contains { $0.breaks == .onReturn || $0.breaks == .perhaps } || report.namelessPerhaps > 0
      || report.unfreedMessages > 0
      || report.recent.daysWithLogs * 2 < report.recentDays
    let isCutOff = report.users.contains { $0.breaks == .now } || report.namelessLogins > 0
    let isInTime: Bool? =
      switch report.forecast.outcome {
      // Behind the last day with logs nothing is foretold.
      case _ where day <= report.recent.to: nil
      case .reached: true
      case .day: report.forecast.day.map { $0 <= day }
      case .unclear, .notFalling, .tooFewDays: nil
      }
    return CutoverVerdict(day: day, answer: isCutOff ? .noGo : isOpen ? .unclear : .go, isForecastInTime: isInTime)
  }

  private static func precedes(_ a: TrendUser, _ b: TrendUser) -> Bool {
    if a.wave != b.wave { return a.wave < b.wave }
    if a.legacyMessages != b.legacyMessages { return a.legacyMessages < b.legacyMessages }
    return ReportBuilder.codePointOrder(a.identity, b.identity)
  }
}
