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
    var ranks = (0...count).map { place in
      AddressRank(place: place, bits: place < count ? tally.visits.entries[place].key.address.bits : .max)
    }
    for (key, fact) in tally.failures.pairs { ranks[place(key.address)].failedLogins += fact.count }
    for (key, fact) in tally.relays.pairs { ranks[place(key.address)].relays += fact.messages }
    let ports = portTables(&ranks)
    let refusals = refusalTables(&ranks)
    if tally.otherVisits == nil { ranks.removeLast() }
    ranks.sort()
    // The room is known: an array that grows to tens of thousands of reports would be there twice for a moment.
    var reports: [AddressReport] = []
    reports.reserveCapacity(ranks.count)
    for rank in ranks {
      let i = rank.place
      guard let visit = i < count ? tally.visits.entries[i].value : tally.otherVisits else { continue }
      reports.append(
        AddressReport(
          address: i < count ? texts[i] : "others", kind: kind(of: rank, visit),
          users: names(of: usersOfAddress.members[usersOfAddress.places(i)]), ports: ports[i], refusals: refusals[i],
          failedLogins: rank.failedLogins, unauthenticatedRelays: rank.relays, sessions: visit.sessions,
          helo: helo(leastHELO[i]), firstAt: visit.firstAt, lastAt: visit.lastAt))
    }
    return reports
  }

  private func kind(of rank: AddressRank, _ visit: AddressFact) -> AddressKind {
    if isClientAddress[rank.place] { return .client }
    if rank.place < tally.visits.entries.count, own.contains(IPAddress(bits: rank.bits)) { return .local }
    return rank.failedLogins > 0 ? .guesser : visit.deliveries > 0 ? .server : .other
  }

  /// The identities of users, each once, in code point order.
  private func names(of members: ArraySlice<UInt32>) -> [String] {
    guard let first = members.first else { return [] }
    if members.allSatisfy({ $0 == first }) { return [identity(of: first)] }
    var names: [String] = []
    var last: UInt32?
    for number in members.sorted() where number != last {
      names.append(identity(of: number))
      last = number
    }
    names.sort(by: ReportBuilder.codePointOrder)
    return names
  }

  private func identity(of user: UInt32) -> String { identities.texts[Int(users[Int(user)].identity)] }

  /// Authenticated sessions and messages by port, for each address.
  private mutating func portTables(_ ranks: inout [AddressRank]) -> [[String: PortCount]] {
    var tables = [[String: PortCount]](repeating: [:], count: isClientAddress.count)
    let rows = tally.authenticated.entries
    let rowsOfAddress = RowGroups(rows: rows.count, groups: tables.count, group: { place(rows[$0].key.address) })
    // Ports of one address; there are a few, though sessions on one port may have different claims to it.
    var counts: [(port: Int, name: String, count: PortCount)] = []
    for i in tables.indices {
      for place in rowsOfAddress.places(i) {
        let row = rows[Int(rowsOfAddress.members[place])]
        let claim = Int(row.key.claim)
        let port = ports[claim].port ?? UserDraft.unknownPort
        let fact = row.value
        ranks[i].add(fact, isLegacy: isLegacy(port))
        if let known = counts.firstIndex(where: { $0.port == port }) {
          counts[known].count.sessions += fact.sessions
          counts[known].count.messages += fact.messages
        } else {
          counts.append((port, portNames[claim], PortCount(sessions: fact.sessions, messages: fact.messages)))
        }
      }
      if counts.count == 1 {
        tables[i] = shared.table(counts[0].name, counts[0].count)
      } else {
        for (_, name, count) in counts { tables[i][name] = count }
      }
      counts.removeAll(keepingCapacity: true)
    }
    return tables
  }

  /// Refusals by class, for each address.
  private mutating func refusalTables(_ ranks: inout [AddressRank]) -> [[String: Int]] {
    var tables = [[String: Int]](repeating: [:], count: isClientAddress.count)
    let rows = refusalsByAddress
    let rowsOfAddress = RowGroups(rows: rows.count, groups: tables.count, group: { place(rows[$0].address) })
    var counts: [(refusalClass: RefusalClass, count: Int)] = []
    for i in tables.indices {
      for place in rowsOfAddress.places(i) {
        let row = rows[Int(rowsOfAddress.members[place])]
        if row.refusalClass == .submissionRequired { ranks[i].refusals += row.count }
        if let known = counts.firstIndex(where: { $0.refusalClass == row.refusalClass }) {
          counts[known].count += row.count
        } else {
          counts.append((row.refusalClass, row.count))
        }
      }
      if counts.count == 1 {
        tables[i] = shared.table(counts[0].refusalClass.rawValue, counts[0].count)
      } else {
        for (refusalClass, count) in counts { tables[i][refusalClass.rawValue] = count }
      }
      counts.removeAll(keepingCapacity: true)
    }
    refusalsByAddress = []
    return tables
  }
}
