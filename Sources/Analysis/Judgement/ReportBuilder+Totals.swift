import MailModel

/// Addresses, days, sums, and what the reader must be told.
extension ReportBuilder {
  func addressReports() -> [AddressReport] {
    var ports: [UInt32: [String: PortCount]] = [:]
    for (key, fact) in zip(tally.authenticated.keys, tally.authenticated.values) {
      ports[key.address, default: [:]][portKey(key.claim), default: PortCount()].sessions += fact.sessions
      ports[key.address]?[portKey(key.claim)]?.messages += fact.messages
    }
    var failures: [UInt32: Int] = [:]
    for (key, fact) in zip(tally.failures.keys, tally.failures.values) {
      failures[key.address, default: 0] += fact.count
    }
    var relays: [UInt32: Int] = [:]
    for (key, fact) in zip(tally.relays.keys, tally.relays.values) { relays[key.address, default: 0] += fact.messages }
    var helos: [UInt32: String] = [:]
    let said =
      tally.logins.keys.map { ($0.address, $0.helo) } + tally.relays.keys.map { ($0.address, $0.helo) }
      + tally.refusals.keys.map { ($0.address, $0.helo) }
    for (address, number) in said {
      guard let helo = helo(number) else { continue }
      helos[address] = min(helos[address] ?? helo, helo)
    }
    let reports = zip(tally.visits.keys, tally.visits.values).map { key, visit in
      let number = key.address
      let own = number == StringTable.overflow ? nil : tally.addresses[Int(number)]
      let isLocal = own.map { $0.isLoopback || tally.ownAddresses.contains($0) } ?? false
      let kind: AddressKind =
        clientAddresses.contains(number)
        ? .client : isLocal ? .local : failures[number] != nil ? .guesser : visit.deliveries > 0 ? .server : .other
      return AddressReport(
        address: address(number), kind: kind,
        users: (seenFrom[number] ?? []).map { self.users[$0].identity }.sorted(by: ReportBuilder.codePointOrder),
        ports: ports[number] ?? [:],
        refusals: Dictionary(
          uniqueKeysWithValues: (refusalsByAddress[number] ?? [:]).map { ($0.key.rawValue, $0.value) }),
        failedLogins: failures[number] ?? 0, unauthenticatedRelays: relays[number] ?? 0, sessions: visit.sessions,
        helo: helos[number], firstAt: visit.firstAt, lastAt: visit.lastAt)
    }
    return reports.map { (weight($0), IPAddress($0.address), $0) }.sorted {
      if $0.0 != $1.0 { return $0.0.lexicographicallyPrecedes($1.0, by: >) }
      return ($0.1?.bits ?? .max) < ($1.1?.bits ?? .max)
    }.map { $0.2 }
  }

  /// Most messages on legacy ports first, then sessions with login, then refusals, then failures.
  private func weight(_ address: AddressReport) -> [Int] {
    var legacy = 0
    var sessions = 0
    for (key, count) in address.ports {
      sessions += count.sessions
      if let port = Int(key), !input.policy.isSubmission(port) { legacy += count.messages }
    }
    return [
      legacy, sessions, address.refusals["submissionRequired"] ?? 0, address.unauthenticatedRelays,
      address.failedLogins,
    ]
  }

  static func codePointOrder(_ a: String, _ b: String) -> Bool {
    a.unicodeScalars.lexicographicallyPrecedes(b.unicodeScalars)
  }

  func totals(users: [UserReport], addresses: [AddressReport], refusals: [RefusalReport]) -> Totals {
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
    for readiness in Readiness.allCases { totals.readiness[readiness.rawValue] = 0 }
    for (key, fact) in zip(tally.authenticated.keys, tally.authenticated.values) {
      totals.authenticatedSessions += fact.sessions
      totals.messages += fact.messages
      totals.byPort[portKey(key.claim), default: PortCount()].sessions += fact.sessions
      totals.byPort[portKey(key.claim)]?.messages += fact.messages
      totals.byPortEvidence[ports[Int(key.claim)].evidence.rawValue, default: 0] += fact.sessions
    }
    totals.users = users.count
    totals.addresses = addresses.count
    totals.failedLogins = tally.failures.values.reduce(0) { $0 + $1.count }
    totals.refusals = refusals.reduce(0) { $0 + $1.count }
    for (key, fact) in zip(tally.logins.keys, tally.logins.values) where isInClear(key.claim) {
      totals.plaintextLogins += fact.withoutVisibleTLS
    }
    totals.unauthenticatedRelays = tally.relays.values.reduce(0) { $0 + $1.messages }
    for user in users { totals.readiness[user.readiness.rawValue, default: 0] += 1 }
    return totals
  }

  func dailyReports() -> [DayReport] {
    var days: [Int32: [String: PortCount]] = [:]
    for (key, fact) in zip(tally.days.keys, tally.days.values) {
      days[key.day, default: [:]][portKey(key.claim), default: PortCount()].sessions += fact.sessions
      days[key.day]?[portKey(key.claim)]?.messages += fact.messages
    }
    return days.sorted { $0.key < $1.key }.map {
      DayReport(day: CivilDate(daysSinceEpoch: Int($0.key)).description, ports: $0.value)
    }
  }

  func portAdvice() -> [PortAdvice] {
    var unknown: [UInt8: Int] = [:]
    for (key, fact) in zip(tally.authenticated.keys, tally.authenticated.values)
    where ports[Int(key.claim)].port == nil {
      unknown[tally.claims[Int(key.claim)].format, default: 0] += fact.sessions
    }
    return unknown.sorted { $0.key < $1.key }.map { format, sessions in
      let identifier = Int(format) < input.formats.count ? input.formats[Int(format)] : "unknown"
      return PortAdvice(
        format: identifier, unknownSessions: sessions, remedies: input.remedies[identifier] ?? [.portOfPath],
        servers: [])
    }
  }

  func window() -> Window {
    Window(
      from: input.since ?? input.sources.compactMap { $0.from }.min(),
      to: input.until ?? input.sources.compactMap { $0.to }.max())
  }

  func warnings(_ totals: Totals) -> [ReportWarning] {
    var warnings: [ReportWarning] = []
    if totals.authenticatedSessions == 0 { warnings.append(ReportWarning(code: .noAuthenticatedSession)) }
    if tally.summaries > 0, tally.dialogueSessions == 0 {
      warnings.append(ReportWarning(code: .summaryLevelOnly, count: tally.summaries))
    }
    let unread = input.sources.reduce(0) { $0 + $1.unrecognised + $1.malformed }
    if unread > 0 { warnings.append(ReportWarning(code: .unreadLines, count: unread)) }
    if let unknown = totals.byPort["unknown"]?.sessions, unknown > 0 {
      warnings.append(ReportWarning(code: .unknownPorts, count: unknown))
    }
    if tally.namelessLogins > 0 { warnings.append(ReportWarning(code: .namelessLogins, count: tally.namelessLogins)) }
    if tally.overflowed > 0 { warnings.append(ReportWarning(code: .othersRow, count: tally.overflowed)) }
    for source in input.sources where !source.complete {
      warnings.append(ReportWarning(code: .incompleteSource, subject: source.path))
    }
    if !input.skipped.isEmpty { warnings.append(ReportWarning(code: .skippedSource, count: input.skipped.count)) }
    for path in input.duplicates { warnings.append(ReportWarning(code: .duplicateSource, subject: path)) }
    return warnings
  }
}
