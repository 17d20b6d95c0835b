import MailModel

extension Tally {
  /// The counts of a day without those that name somebody.
  ///
  /// The sums stay as they are. What only belonged to the forgotten (names, HELO names) is not carried over, and
  /// addresses that were seen with nobody else are counted together with others.
  ///
  /// - Parameter isForgotten: whether a name as it stands in the log is of that person.
  /// - Returns: nothing when nobody was named.
  public func forgetting(_ isForgotten: ([UInt8]) -> Bool) -> Tally? {
    func numbers(_ table: StringTable) -> Set<UInt32> {
      Set((0..<UInt32(table.count)).filter { isForgotten(Array(table[$0])) })
    }
    let (names, senders, failed) = (numbers(names), numbers(senders), numbers(failedNames))
    if names.isEmpty, senders.isEmpty, failed.isEmpty { return nil }
    func isGone(_ key: LoginKey) -> Bool { (key.isSender ? senders : names).contains(key.identity) }
    func isGone(_ key: RefusalKey) -> Bool { names.contains(key.login) || senders.contains(key.sender) }

    var kept: Set<UInt32> = []
    var gone: Set<UInt32> = []
    for (key, _) in logins.pairs { if isGone(key) { gone.insert(key.address) } else { kept.insert(key.address) } }
    for (key, _) in refusals.pairs { if isGone(key) { gone.insert(key.address) } else { kept.insert(key.address) } }
    for (key, _) in failures.pairs {
      if failed.contains(key.name) { gone.insert(key.address) } else { kept.insert(key.address) }
    }
    for (key, _) in relays.pairs {
      if senders.contains(key.sender) { gone.insert(key.address) } else { kept.insert(key.address) }
    }
    gone.subtract(kept)

    var part = DayPart(self, day: days.entries.first?.key.day ?? 0)
    for (number, entry) in visits.entries.enumerated() {
      part.take(visit: entry.value, of: gone.contains(UInt32(number)) ? nil : entry.key.address, number: UInt32(number))
    }
    if let otherVisits { part.take(visit: otherVisits, of: nil, number: StringTable.overflow) }
    for (key, fact) in logins.pairs where !isGone(key) { part.take(key, fact, of: self) }
    for (key, fact) in refusals.pairs where !isGone(key) { part.take(key, fact, of: self) }
    for (key, fact) in failures.pairs {
      // The number of failed logins stays; under which name they failed does not.
      var key = key
      if failed.contains(key.name) { key.name = LoginKey.nobody }
      part.take(key, fact, of: self)
    }
    for (key, fact) in relays.pairs {
      var key = key
      if senders.contains(key.sender) { key.sender = StringTable.overflow }
      part.take(key, fact, of: self)
    }
    for (key, fact) in authenticated.pairs { part.take(key, fact, of: self) }
    for (key, fact) in days.pairs { part.take(key, fact, of: self) }
    part.take(DayCounts(sessions: sessions, namelessLogins: namelessLogins, dialogueSessions: dialogueSessions))
    part.takeUndated(of: self)
    return part.tally
  }

  /// Rows of one day that name somebody, as text: for those who ask what is kept of them.
  public func mentions(of isMeant: ([UInt8]) -> Bool) -> [Mention] {
    var result: [Mention] = []
    func text(_ number: UInt32, _ table: StringTable) -> String? {
      number < LoginKey.nobody ? CleanText.make(table[number]) : nil
    }
    func matches(_ number: UInt32, _ table: StringTable) -> Bool {
      number < LoginKey.nobody && isMeant(Array(table[number]))
    }
    func port(_ claim: UInt32) -> String {
      let port = claims[Int(claim)].port
      return port == 0 ? "unknown" : String(port)
    }
    for (key, fact) in logins.pairs where matches(key.identity, key.isSender ? senders : names) {
      result.append(
        Mention(
          what: "login", port: port(key.claim), address: address(key.address)?.description, helo: text(key.helo, helos),
          sessions: fact.sessions, messages: fact.messages, lastAt: fact.span.lastAt))
    }
    for (key, fact) in refusals.pairs where matches(key.login, names) || matches(key.sender, senders) {
      result.append(
        Mention(
          what: "refusal", port: port(key.claim), address: address(key.address)?.description,
          helo: text(key.helo, helos), sessions: fact.count, messages: 0, lastAt: fact.span.lastAt))
    }
    for (key, fact) in relays.pairs where matches(key.sender, senders) {
      result.append(
        Mention(
          what: "relay", port: port(key.claim), address: address(key.address)?.description, helo: text(key.helo, helos),
          sessions: 0, messages: fact.messages, lastAt: fact.span.lastAt))
    }
    for (key, fact) in failures.pairs where matches(key.name, failedNames) {
      result.append(
        Mention(
          what: "failedLogin", port: "unknown", address: address(key.address)?.description, helo: nil,
          sessions: fact.count, messages: 0, lastAt: nil))
    }
    return result
  }
}
