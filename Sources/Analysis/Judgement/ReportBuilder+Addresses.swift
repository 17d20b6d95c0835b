import MailModel

/// From where.
extension ReportBuilder {
  /// The users seen from each address, by its place; a user may stand there more than once.
  func usersByAddress() -> RowGroups {
    RowGroups(
      rows: sightings.count, groups: isClientAddress.count, group: { place(sightings[$0].address) },
      member: { UInt32(sightings[$0].user) })
  }

  /// The addresses in their order; `texts` are those of the addresses that have a number.
  mutating func addressReports(_ texts: [String], _ usersOfAddress: RowGroups) -> [AddressReport] {
    // One place for each address, and one behind them for the addresses that are counted together.
    let count = texts.count
    var ranks = [AddressRank](repeating: AddressRank(), count: count + 1)
    let lastFailures = lastFailures(&ranks)
    for (key, fact) in tally.relays.pairs { ranks[place(key.address)].relays += fact.messages }
    let ports = portTables(&ranks)
    let refusals = refusalTables(&ranks)
    let order = order(of: ranks)
    // The room is known: an array that grows to tens of thousands of reports would be there twice for a moment.
    var single = [[String]](repeating: [], count: users.count)
    var reports: [AddressReport] = []
    reports.reserveCapacity(order.count)
    for i in order {
      let rank = ranks[i]
      guard let visit = i < count ? tally.visits.entries[i].value : tally.otherVisits else { continue }
      var report = AddressReport(
        address: i < count ? texts[i] : "others", kind: kind(i, rank, visit),
        users: names(of: usersOfAddress.members[usersOfAddress.places(i)], &single), ports: ports[i],
        refusals: refusals[i],
        failedLogins: rank.failedLogins, unauthenticatedRelays: rank.relays, sessions: visit.sessions,
        helo: helo(leastHELO[i]), firstAt: visit.firstAt, lastAt: visit.lastAt)
      let evidence = (addressEvidence.lines(of: i) + lastFailure(lastFailures[i])).compactMap { reference($0) }
      if !evidence.isEmpty { report.evidence = evidence }
      reports.append(report)
    }
    return reports
  }

  /// Counts the failed logins of each address, and finds the row of its last one; -1 where none has a line.
  private func lastFailures(_ ranks: inout [AddressRank]) -> [Int32] {
    var last = [Int32](repeating: -1, count: ranks.count)
    let rows = tally.failures.entries
    for i in rows.indices {
      let place = place(rows[i].key.address)
      ranks[place].failedLogins += rows[i].value.count
      guard rows[i].value.lastMark != .none else { continue }
      if last[place] < 0 || rows[Int(last[place])].value.isEarlier(than: rows[i].value) { last[place] = Int32(i) }
    }
    return last
  }

  private func lastFailure(_ row: Int32) -> [EvidenceDraft] {
    guard row >= 0 else { return [] }
    let fact = tally.failures.entries[Int(row)].value
    return [EvidenceDraft(at: fact.lastAt, mark: fact.lastMark, what: .failedLogin)]
  }

  /// The places of addresses in their order.
  private func order(of ranks: [AddressRank]) -> [Int] {
    let bits = tally.visits.entries.map { $0.key.address.bits } + [.max]
    var order = ranks.indices.map { (key: ranks[$0].key(bits[$0]), place: $0) }
    if tally.otherVisits == nil { order.removeLast() }
    order.sort { a, b in
      if a.key != b.key { return a.key < b.key }
      return ranks[a.place].precedes(ranks[b.place]) ?? (bits[a.place] < bits[b.place])
    }
    return order.map { $0.place }
  }

  private func kind(_ place: Int, _ rank: AddressRank, _ visit: AddressFact) -> AddressKind {
    if isClientAddress[place] { return .client }
    if place < tally.visits.entries.count, own.contains(tally.visits.entries[place].key.address) { return .local }
    if rank.failedLogins > 0 { return .guesser }
    // A printer that may send by this server is no server that brings mail to its people.
    let isServer = visit.deliveries > (isOfOwnNetwork(place) ? visit.unfollowed : 0)
    return isServer ? .server : .other
  }

  /// Whether an address is private or trusted, and not the server's own.
  private func isOfOwnNetwork(_ place: Int) -> Bool {
    guard place < tally.visits.entries.count else { return false }
    let address = tally.visits.entries[place].key.address
    return !own.contains(address) && (address.isPrivate || input.isTrusted?(address) ?? false)
  }

  /// Messages that such addresses have sent without a login, and how many addresses those are.
  func unfollowedMessages() -> (messages: Int, addresses: Int) {
    var sum = (messages: 0, addresses: 0)
    for (place, entry) in tally.visits.entries.enumerated()
    where entry.value.unfollowed > 0 && isOfOwnNetwork(place) {
      sum.messages += entry.value.unfollowed
      sum.addresses += 1
    }
    return sum
  }

  /// The identities of users, each once, in code point order; `single` are those that were made of one user, by its number.
  private func names(of members: ArraySlice<UInt32>, _ single: inout [[String]]) -> [String] {
    guard let first = members.first else { return [] }
    if members.allSatisfy({ $0 == first }) {
      if single[Int(first)].isEmpty { single[Int(first)] = [identity(of: first)] }
      return single[Int(first)]
    }
    // A user has several rows: only so much room is kept as there are users.
    let sorted = members.sorted()
    let distinct = sorted.indices.filter { $0 == 0 || sorted[$0] != sorted[$0 - 1] }
    var names = distinct.map { identity(of: sorted[$0]) }
    names.sort(by: ReportBuilder.codePointOrder)
    return names
  }

  private func identity(of user: UInt32) -> String { identities.texts[Int(users[Int(user)].identity)] }

  /// Authenticated sessions and messages by port, for each address.
  private mutating func portTables(_ ranks: inout [AddressRank]) -> [[String: PortCount]] {
    var tables = [[String: PortCount]](repeating: [:], count: isClientAddress.count)
    let rows = tally.authenticated.entries
    let rowsOfAddress = RowGroups(rows: rows.count, groups: tables.count, group: { place(rows[$0].key.address) })
    for i in tables.indices where !rowsOfAddress.places(i).isEmpty {
      // Nearly all have been on one port, though with different claims to it.
      var first: (port: Int, name: String)?
      var count = PortCount()
      var others: [String: PortCount] = [:]
      for place in rowsOfAddress.places(i) {
        let row = rows[Int(rowsOfAddress.members[place])]
        let claim = Int(row.key.claim)
        let port = ports[claim].port ?? UserDraft.unknownPort
        ranks[i].add(row.value, isLegacy: isLegacy(port))
        if first == nil { first = (port, portNames[claim]) }
        if first?.port == port {
          count.sessions += row.value.sessions
          count.messages += row.value.messages
        } else {
          others[portNames[claim], default: PortCount()].sessions += row.value.sessions
          others[portNames[claim]]?.messages += row.value.messages
        }
      }
      guard let first else { continue }
      tables[i] = shared.table(first.name, count)
      for (name, count) in others { tables[i][name] = count }
    }
    return tables
  }

  /// Refusals by class, for each address.
  private mutating func refusalTables(_ ranks: inout [AddressRank]) -> [[String: Int]] {
    var tables = [[String: Int]](repeating: [:], count: isClientAddress.count)
    let rows = refusalsByAddress
    let rowsOfAddress = RowGroups(rows: rows.count, groups: tables.count, group: { place(rows[$0].address) })
    for i in tables.indices where !rowsOfAddress.places(i).isEmpty {
      var first: RefusalClass?
      var count = 0
      var others: [RefusalClass: Int] = [:]
      for place in rowsOfAddress.places(i) {
        let row = rows[Int(rowsOfAddress.members[place])]
        if row.refusalClass == .submissionRequired { ranks[i].refusals += row.count }
        if first == nil { first = row.refusalClass }
        if row.refusalClass == first { count += row.count } else { others[row.refusalClass, default: 0] += row.count }
      }
      guard let first else { continue }
      tables[i] = shared.table([(first.rawValue, count)] + others.map { ($0.key.rawValue, $0.value) })
    }
    refusalsByAddress = []
    return tables
  }
}
