import MailModel

/// From where.
extension ReportBuilder {
  mutating func addressReports() -> [AddressReport] {
    // One place for each address, and one behind them for the addresses that are counted together.
    let count = tally.visits.entries.count
    func place(_ address: UInt32) -> Int { min(Int(address), count) }
    let ports = portTables(count, place)
    let refusals = refusalTables(count, place)
    var failures = [Int](repeating: 0, count: count + 1)
    for (key, fact) in tally.failures.pairs { failures[place(key.address)] += fact.count }
    var relays = [Int](repeating: 0, count: count + 1)
    for (key, fact) in tally.relays.pairs { relays[place(key.address)] += fact.messages }
    var order: [AddressRank] = []
    order.reserveCapacity(count + 1)
    for i in 0...count where i < count || tally.otherVisits != nil {
      let number = i < count ? UInt32(i) : StringTable.overflow
      order.append(
        AddressRank(
          number: number, ports: ports[i], policy: input.policy, refusals: refusals[i]["submissionRequired"] ?? 0,
          relays: relays[i], failedLogins: failures[i], bits: tally.address(number)?.bits ?? .max))
    }
    order.sort()
    // The room is known: an array that grows to tens of thousands of reports would be there twice for a moment.
    var reports: [AddressReport] = []
    reports.reserveCapacity(order.count)
    for rank in order {
      let i = place(rank.number)
      guard let visit = i < count ? tally.visits.entries[i].value : tally.otherVisits else { continue }
      let own = tally.address(rank.number)
      let kind: AddressKind =
        clientAddresses.contains(rank.number)
        ? .client
        : own.map { isServerItself($0) } ?? false
          ? .local : failures[i] > 0 ? .guesser : visit.deliveries > 0 ? .server : .other
      let users = seenFrom.users(from: rank.number).map { self.users[$0].identity }
      reports.append(
        AddressReport(
          address: own?.description ?? "others", kind: kind,
          users: users.count < 2 ? users : users.sorted(by: ReportBuilder.codePointOrder), ports: ports[i],
          refusals: refusals[i], failedLogins: failures[i], unauthenticatedRelays: relays[i],
          sessions: visit.sessions, helo: helo(leastHELO[i]), firstAt: visit.firstAt, lastAt: visit.lastAt))
    }
    return reports
  }

  /// Authenticated sessions and messages by port, for each address.
  private mutating func portTables(_ count: Int, _ place: (UInt32) -> Int) -> [[String: PortCount]] {
    var tables = [[String: PortCount]](repeating: [:], count: count + 1)
    for (key, fact) in tally.authenticated.pairs {
      let i = place(key.address)
      let name = portKey(key.claim)
      if tables[i].isEmpty {
        tables[i] = shared.table(name, PortCount(sessions: fact.sessions, messages: fact.messages))
      } else {
        tables[i][name, default: PortCount()].sessions += fact.sessions
        tables[i][name, default: PortCount()].messages += fact.messages
      }
    }
    return tables
  }

  /// Refusals by class, for each address.
  private mutating func refusalTables(_ count: Int, _ place: (UInt32) -> Int) -> [[String: Int]] {
    var tables = [[String: Int]](repeating: [:], count: count + 1)
    for (address, refusalClass, refused) in refusalsByAddress {
      let i = place(address)
      if tables[i].isEmpty {
        tables[i] = shared.table(refusalClass.rawValue, refused)
      } else if tables[i].count == 1, let known = tables[i][refusalClass.rawValue] {
        tables[i] = shared.table(refusalClass.rawValue, known + refused)
      } else {
        tables[i][refusalClass.rawValue, default: 0] += refused
      }
    }
    refusalsByAddress = []
    return tables
  }
}
