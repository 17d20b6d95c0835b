import MailModel

extension Tally {
  /// What was counted, apart by the day on which the sessions began; days since 1970-01-01 in the log's own clock.
  ///
  /// Only of a tally that keeps days apart. What belongs to no day (the server's own addresses, which servers label their
  /// services) goes with the latest day.
  public func byDay() -> [Int32: Tally] {
    var parts: [Int32: DayPart] = [:]
    for (day, counts) in dayCounts { parts[day, default: DayPart(self, day: day)].take(counts) }
    for (key, fact) in dayVisits.pairs {
      parts[key.day, default: DayPart(self, day: key.day)].take(key, fact, of: self)
    }
    for (key, fact) in logins.pairs { parts[key.day, default: DayPart(self, day: key.day)].take(key, fact, of: self) }
    for (key, fact) in refusals.pairs { parts[key.day, default: DayPart(self, day: key.day)].take(key, fact, of: self) }
    for (key, fact) in failures.pairs { parts[key.day, default: DayPart(self, day: key.day)].take(key, fact, of: self) }
    for (key, fact) in relays.pairs { parts[key.day, default: DayPart(self, day: key.day)].take(key, fact, of: self) }
    for (key, fact) in authenticated.pairs {
      parts[key.day, default: DayPart(self, day: key.day)].take(key, fact, of: self)
    }
    for (key, fact) in days.pairs { parts[key.day, default: DayPart(self, day: key.day)].take(key, fact, of: self) }
    let isUndatedOfUse =
      summaries + overflowed > 0 || !ownAddresses.isEmpty || !labellingServers.isEmpty
      || !tlsLoggingServers.isEmpty
    if let last = parts.keys.max() {
      parts[last]?.takeUndated(of: self)
    } else if isUndatedOfUse {
      var part = DayPart(self, day: 0)
      part.takeUndated(of: self)
      parts[0] = part
    }
    return parts.mapValues { $0.tally }
  }

  /// Changes every line mark, for instance to numbers that outlive the run.
  public mutating func mapMarks(_ map: (LineMark) -> LineMark) {
    logins.update { $0.span.mapMarks(map) }
    refusals.update { $0.span.mapMarks(map) }
    relays.update { $0.span.mapMarks(map) }
    for i in sightings.indices { sightings[i].mark = map(sightings[i].mark) }
    guard isWaiting else { return }
    for i in claims.indices { claims[i].waiting = claims[i].waiting.map(map) }
    claimNumbers = Dictionary(
      claims.enumerated().map { ($0.element, UInt32($0.offset)) }, uniquingKeysWith: { first, _ in first })
  }
}
