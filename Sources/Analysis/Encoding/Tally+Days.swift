import MailModel

extension Tally {
  /// What was counted, apart by the day on which the sessions began; days since 1970-01-01 in the log's own clock.
  ///
  /// Only of a tally that keeps days apart. What belongs to no day (the server's own addresses, which servers label their
  /// services) goes with the latest day.
  public func byDay() -> [Int32: Tally] {
    let ofVisits = DayRuns(dayVisits.entries.lazy.map(\.key.day))
    let ofLogins = DayRuns(logins.entries.lazy.map(\.key.day))
    let ofRefusals = DayRuns(refusals.entries.lazy.map(\.key.day))
    let ofFailures = DayRuns(failures.entries.lazy.map(\.key.day))
    let ofRelays = DayRuns(relays.entries.lazy.map(\.key.day))
    let ofAuthenticated = DayRuns(authenticated.entries.lazy.map(\.key.day))
    let ofDays = DayRuns(days.entries.lazy.map(\.key.day))
    var all = Set(dayCounts.keys)
    for runs in [ofVisits, ofLogins, ofRefusals, ofFailures, ofRelays, ofAuthenticated, ofDays] {
      all.formUnion(runs.rows.keys)
    }
    let last = all.max()
    var parts: [Int32: Tally] = [:]
    var numbers = DayNumbers()
    // One day after another: a part is filled where it lies, and its tables of numbers serve the next.
    for day in all {
      var part = DayPart(self, day: day, numbers: numbers)
      numbers = DayNumbers()
      part.reserve(
        visits: ofVisits.count(of: day), logins: ofLogins.count(of: day),
        authenticated: ofAuthenticated.count(of: day))
      if let counts = dayCounts[day] { part.take(counts) }
      for row in ofVisits[day] { part.take(dayVisits.entries[row].key, dayVisits.entries[row].value, of: self) }
      for row in ofLogins[day] { part.take(logins.entries[row].key, logins.entries[row].value, of: self) }
      for row in ofRefusals[day] { part.take(refusals.entries[row].key, refusals.entries[row].value, of: self) }
      for row in ofFailures[day] { part.take(failures.entries[row].key, failures.entries[row].value, of: self) }
      for row in ofRelays[day] { part.take(relays.entries[row].key, relays.entries[row].value, of: self) }
      for row in ofAuthenticated[day] {
        part.take(authenticated.entries[row].key, authenticated.entries[row].value, of: self)
      }
      for row in ofDays[day] { part.take(days.entries[row].key, days.entries[row].value, of: self) }
      if day == last { part.takeUndated(of: self) }
      parts[day] = part.tally
      numbers = part.takeNumbers()
    }
    let isUndatedOfUse =
      summaries + overflowed > 0 || !ownAddresses.isEmpty || !labellingServers.isEmpty
      || !tlsLoggingServers.isEmpty
    if last == nil, isUndatedOfUse {
      var part = DayPart(self, day: 0)
      part.takeUndated(of: self)
      parts[0] = part.tally
    }
    return parts
  }

  /// Changes every line mark, for instance to numbers that outlive the run.
  public mutating func mapMarks(_ map: (LineMark) -> LineMark) {
    logins.update { $0.span.mapMarks(map) }
    refusals.update { $0.span.mapMarks(map) }
    failures.update { $0.lastMark = map($0.lastMark) }
    relays.update { $0.span.mapMarks(map) }
    for i in sightings.indices { sightings[i].mark = map(sightings[i].mark) }
    guard isWaiting else { return }
    settleClaims { claim in claim.waiting = claim.waiting.map(map) }
  }
}
