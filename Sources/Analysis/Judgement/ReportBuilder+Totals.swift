import MailModel

/// Days, sums, and what the reader must be told.
extension ReportBuilder {
  static func codePointOrder(_ a: String, _ b: String) -> Bool {
    // UTF-8 sorts as its code points do.
    let (left, right) = (a.utf8.span, b.utf8.span)
    let shared = min(left.count, right.count)
    for i in 0..<shared where left[i] != right[i] { return left[i] < right[i] }
    return left.count < right.count
  }

  /// The sums, those of the users left out.
  func totals(addresses: [AddressReport], refusals: [RefusalReport]) -> Totals {
    var totals = Totals()
    totals.sessions = tally.sessions
    for key in (input.policy.legacyPorts + input.policy.submissionPorts + input.policy.submissionsPorts).map({
      String($0)
    })
      + ["unknown"]
    {
      totals.byPort[key] = PortCount()
    }
    for evidence in PortEvidence.allCases { totals.byPortEvidence[evidence.rawValue] = 0 }
    for (claim, count) in useOfClaims.enumerated() where count != PortCount() {
      totals.authenticatedSessions += count.sessions
      totals.messages += count.messages
      totals.byPort[portNames[claim], default: PortCount()].sessions += count.sessions
      totals.byPort[portNames[claim]]?.messages += count.messages
      totals.byPortEvidence[ports[claim].evidence.rawValue, default: 0] += count.sessions
    }
    totals.addresses = addresses.count
    totals.failedLogins = tally.failures.entries.reduce(0) { $0 + $1.value.count }
    totals.refusals = refusals.reduce(0) { $0 + $1.count }
    totals.plaintextLogins = plaintextLogins
    totals.unauthenticatedRelays = tally.relays.entries.reduce(0) { $0 + $1.value.messages }
    totals.relaysByPort = [:]
    for (key, fact) in tally.relays.pairs {
      totals.relaysByPort?[portNames[Int(key.claim)], default: 0] += fact.messages
    }
    if let isFreed = input.isFreed {
      totals.freedRelaysByPort = [:]
      for (key, fact) in tally.relays.pairs where tally.address(key.address).map(isFreed) ?? false {
        totals.freedRelaysByPort?[portNames[Int(key.claim)], default: 0] += fact.messages
      }
    }
    return totals
  }

  /// Adds the sums of the users.
  func count(_ users: [UserReport], in totals: inout Totals) {
    totals.users = users.count
    var byReadiness: [Readiness: Int] = [:]
    for i in users.indices { byReadiness[users[i].readiness, default: 0] += 1 }
    for readiness in Readiness.allCases { totals.readiness[readiness.rawValue] = byReadiness[readiness] ?? 0 }
  }

  func dailyReports() -> [DayReport] {
    var days: [Int32: [String: PortCount]] = [:]
    for (key, fact) in tally.days.pairs {
      days[key.day, default: [:]][portKey(key.claim), default: PortCount()].sessions += fact.sessions
      days[key.day]?[portKey(key.claim)]?.messages += fact.messages
    }
    return days.sorted { $0.key < $1.key }.map {
      DayReport(day: CivilDate(daysSinceEpoch: Int($0.key)).description, ports: $0.value)
    }
  }

  func window() -> Window {
    let from = input.since ?? input.readWindow?.from ?? input.sources.compactMap { $0.from }.min()
    let to = input.until ?? input.readWindow?.to ?? input.sources.compactMap { $0.to }.max()
    guard let from, let to, from > to else { return Window(from: from, to: to) }
    // What was read lies before or behind the period that was asked for, of which one end was given.
    return input.since != nil ? Window(from: from, to: from) : Window(from: to, to: to)
  }

  /// Whether everything that was read lies outside of the period that was asked for.
  var isNothingInPeriod: Bool {
    guard tally.sessions == 0, input.since != nil || input.until != nil else { return false }
    return tally.sessionsOutside > 0 || input.readWindow?.from != nil
  }

  func warnings(_ totals: Totals) -> [ReportWarning] {
    var warnings: [ReportWarning] = []
    if isNothingInPeriod {
      warnings.append(ReportWarning(code: .nothingInPeriod))
    } else if totals.authenticatedSessions == 0 {
      warnings.append(ReportWarning(code: .noAuthenticatedSession))
    }
    if tally.summaries > 0, tally.dialogueSessions == 0, tally.sessionsOutside == 0 {
      warnings.append(ReportWarning(code: .summaryLevelOnly, count: tally.summaries))
    } else if let warning = input.summaryLevelWarning {
      warnings.append(warning)
    }
    let unread = input.unreadLines ?? input.sources.reduce(0) { $0 + $1.unrecognised + $1.malformed }
    if unread > 0 { warnings.append(ReportWarning(code: .unreadLines, count: unread)) }
    if let unknown = totals.byPort["unknown"]?.sessions, unknown > 0 {
      warnings.append(ReportWarning(code: .unknownPorts, count: unknown))
    }
    let unlabelled = tally.authenticated.pairs.reduce(0) { $0 + (isBeforeLabels($1.0.claim) ? $1.1.sessions : 0) }
    if unlabelled > 0 { warnings.append(ReportWarning(code: .sessionsBeforeLabels, count: unlabelled)) }
    if tally.namelessLogins > 0 { warnings.append(ReportWarning(code: .namelessLogins, count: tally.namelessLogins)) }
    let unfollowed = unfollowedMessages()
    if unfollowed.messages > 0 {
      warnings.append(
        ReportWarning(code: .unfollowedMessages, count: unfollowed.messages, subject: String(unfollowed.addresses)))
    }
    if claimedSenders.refusals > 0 {
      warnings.append(
        ReportWarning(
          code: .refusedOwnSenders, count: claimedSenders.refusals, subject: String(claimedSenders.identities.count)))
    }
    if input.defaultDomain == nil, loginsWithoutDomain > 0 {
      warnings.append(ReportWarning(code: .loginsWithoutDomain, count: loginsWithoutDomain))
    }
    if tally.overflowed > 0 { warnings.append(ReportWarning(code: .othersRow, count: tally.overflowed)) }
    for source in input.sources where !source.complete {
      warnings.append(ReportWarning(code: .incompleteSource, subject: source.path))
    }
    if !input.skipped.isEmpty { warnings.append(ReportWarning(code: .skippedSource, count: input.skipped.count)) }
    for pair in input.overlaps { warnings.append(ReportWarning(code: .overlappingSources, subject: pair)) }
    for path in input.guessedDays { warnings.append(ReportWarning(code: .guessedDays, subject: path)) }
    for path in input.duplicates { warnings.append(ReportWarning(code: .duplicateSource, subject: path)) }
    return warnings
  }
}
