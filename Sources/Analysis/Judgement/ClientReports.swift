import MailModel

/// Makes the users' programs and devices of what was seen.
struct ClientReports {
  private let sightings: [ClientSighting]
  /// Places in `sightings` by user, the rows of one client together.
  private let rowsOfUser: RowGroups
  private let addresses: [IPAddress]
  private let texts: [String]
  private let own: OwnAddresses
  private let helos: [String]
  private let policy: PortPolicy
  private var guesses: ClientGuesses
  private var sharers: ClientSharers
  private var shared = SharedTables()

  /// Takes the rows of `users` users; `addresses`, their `texts` and `helos` are known by the rows' numbers.
  init(
    of sightings: [ClientSighting], users: Int, addresses: [IPAddress], texts: [String], own: OwnAddresses,
    helos: [String], policy: PortPolicy, seed: UInt64
  ) {
    self.sightings = sightings
    self.addresses = addresses
    self.texts = texts
    self.own = own
    self.helos = helos
    self.policy = policy
    guesses = ClientGuesses(helos: helos)
    var rowsOfUser = RowGroups(rows: sightings.count, groups: users, group: { Int(sightings[$0].user) })
    rowsOfUser.sort { ClientSighting.precedes(sightings[Int($0)], sightings[Int($1)]) }
    self.rowsOfUser = rowsOfUser
    sharers = ClientSharers(seed: seed)
    for user in 0..<users {
      var last: UInt64?
      for place in rowsOfUser.places(user) where row(place).client != last {
        last = row(place).client
        sharers.add(row(place).client)
      }
    }
  }

  /// The programs and devices of one user, by address and HELO name.
  mutating func reports(of user: Int) -> [ClientReport] {
    var clients: [Range<Int>] = []
    forEachClient(of: user) { clients.append($0) }
    // A client has several rows: only so much room is kept as there are clients.
    var reports: [ClientReport] = []
    reports.reserveCapacity(clients.count)
    for places in clients { reports.append(report(places)) }
    if reports.count < 2 { return reports }
    reports.sort { a, b in
      if a.address != b.address { return a.address < b.address }
      if a.helo != b.helo { return (a.helo ?? "") < (b.helo ?? "") }
      return (a.lastAt?.milliseconds ?? 0) < (b.lastAt?.milliseconds ?? 0)
    }
    return reports
  }

  /// Goes through the clients of a user, each by the places of its rows.
  private func forEachClient(of user: Int, _ body: (Range<Int>) -> Void) {
    let places = rowsOfUser.places(user)
    var begin = places.lowerBound
    var lastAddress: UInt32?
    while begin < places.upperBound {
      let first = row(begin)
      var end = begin + 1
      while end < places.upperBound, row(end).client == first.client { end += 1 }
      // A refusal without HELO name shows a client only where nothing else does.
      let saysNothingNew =
        first.source == .refusal && first.helo == LoginKey.nobody && lastAddress == first.address
      if !saysNothingNew { body(begin..<end) }
      lastAddress = first.address
      begin = end
    }
  }

  private func row(_ place: Int) -> ClientSighting { sightings[Int(rowsOfUser.members[place])] }

  /// One program or device from its rows.
  private mutating func report(_ places: Range<Int>) -> ClientReport {
    let first = row(places.lowerBound)
    let address = first.address == StringTable.overflow ? nil : addresses[Int(first.address)]
    let helo = first.helo < LoginKey.nobody ? Int(first.helo) : nil
    // Behind one address there may be an office; one address with one HELO name is one program.
    let (guess, confidence) = guesses.guess(
      helo: helo, address: address ?? IPAddress(bits: 0), identities: sharers.users(of: first.client),
      isServerItself: address.map { own.contains($0) } ?? false)
    var lastAt: Timestamp?
    var lastOldUse: Timestamp?
    for place in places {
      let row = row(place)
      guard let last = row.lastAt else { continue }
      if row.source == .login { lastAt = max(lastAt ?? last, last) }
      if row.source == .refusal || !policy.isSubmission(Int(row.port)) { lastOldUse = max(lastOldUse ?? last, last) }
    }
    return ClientReport(
      address: address == nil ? "others" : texts[Int(first.address)], helo: helo.map { helos[$0] }, guess: guess,
      confidence: confidence, ports: ports(places), lastAt: lastAt,
      lastOldUseAt: lastOldUse == lastAt ? nil : lastOldUse)
  }

  /// Logins by port.
  private mutating func ports(_ places: Range<Int>) -> [String: Int] {
    var port: Int32?
    var logins = 0
    var others: [String: Int] = [:]
    for place in places {
      let row = row(place)
      if row.source != .login { continue }
      if port == nil { port = row.port }
      if row.port == port {
        logins += row.logins
      } else {
        others[ReportBuilder.portName(Int(row.port)), default: 0] += row.logins
      }
    }
    // Nearly all have been on one port.
    guard let port else { return [:] }
    let name = ReportBuilder.portName(Int(port))
    if others.isEmpty { return shared.table(name, logins) }
    others[name] = logins
    return others
  }
}
