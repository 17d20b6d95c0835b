import MailModel

extension Tally {
  /// Version 1 had neither hints, nor sessions that wait, nor senders of logins; version 2 no messages that are unfollowed;
  /// version 3 did not tell when a server had begun to log labels and TLS, and had no lines of failed logins; version 4 told one reading of the
  /// configuration on a day.
  private static let formatVersion: UInt8 = 5

  /// The counted facts of one day as bytes, in the order of their first coming.
  ///
  /// Numbers are of variable length, texts stand once. A part that `byDay` made is meant: days are not written.
  public func encoded() -> [UInt8] {
    var out = ByteWriter()
    out.number(Tally.formatVersion)
    for table in [names, senders, failedNames, helos, replies, servers] {
      out.number(UInt64(table.count))
      for id in 0..<table.count { out.text(table[UInt32(id)]) }
    }
    out.number(UInt64(claims.count))
    for claim in claims {
      out.number(claim.port)
      out.text(Array(claim.evidence.rawValue.utf8))
      out.reference(claim.server)
      out.number(claim.format)
      out.flag(claim.isPlainService)
      out.number(UInt8((claim.since != nil ? 1 : 0) | (claim.isBeforeTLSLog ? 2 : 0)))
      if let since = claim.since { out.signed(since) }
      out.number(claim.hints.rawValue)
      out.flag(claim.waiting != nil)
      if let mark = claim.waiting { out.mark(mark) }
    }
    out.number(UInt64(visits.entries.count))
    for (key, fact) in visits.pairs {
      out.address(key.address)
      out.visit(fact)
    }
    out.flag(otherVisits != nil)
    if let otherVisits { out.visit(otherVisits) }
    encodeRows(into: &out)
    out.number(sessions)
    out.number(namelessLogins)
    out.number(summaries)
    out.number(dialogueSessions)
    out.number(overflowed)
    out.number(UInt64(ownAddresses.count))
    for address in ownAddresses.sorted(by: { $0.bits < $1.bits }) { out.address(address) }
    for servers in [labellingServers, tlsLoggingServers] {
      out.number(UInt64(servers.count))
      for server in servers.sorted() { out.reference(server) }
    }
    return out.bytes
  }

  private func encodeRows(into out: inout ByteWriter) {
    out.number(UInt64(logins.entries.count))
    for (key, fact) in logins.pairs {
      out.reference(key.identity)
      out.flag(key.isSender)
      out.reference(key.address)
      out.number(key.claim)
      out.reference(key.helo)
      out.number(fact.sessions)
      out.number(fact.messages)
      out.number(fact.withoutVisibleTLS)
      out.word(fact.senders.bits)
      out.span(fact.span)
    }
    out.number(UInt64(refusals.entries.count))
    for (key, fact) in refusals.pairs {
      out.reference(key.login)
      out.reference(key.sender)
      out.reference(key.address)
      out.number(key.claim)
      out.reference(key.reply)
      out.reference(key.helo)
      out.number(UInt8((key.isLoggedIn ? 1 : 0) | (key.answersAuth ? 2 : 0)))
      out.number(fact.count)
      out.span(fact.span)
    }
    out.number(UInt64(failures.entries.count))
    for (key, fact) in failures.pairs {
      out.reference(key.name)
      out.reference(key.address)
      out.number(fact.count)
      out.signed(fact.lastAt.milliseconds)
      out.mark(fact.lastMark)
    }
    out.number(UInt64(relays.entries.count))
    for (key, fact) in relays.pairs {
      out.reference(key.sender)
      out.reference(key.address)
      out.number(key.claim)
      out.reference(key.helo)
      out.number(fact.messages)
      out.span(fact.span)
    }
    out.number(UInt64(authenticated.entries.count))
    for (key, fact) in authenticated.pairs {
      out.reference(key.address)
      out.number(key.claim)
      out.number(fact.sessions)
      out.number(fact.messages)
    }
    out.number(UInt64(days.entries.count))
    for (key, fact) in days.pairs {
      out.signed(Int64(key.day))
      out.number(key.claim)
      out.number(fact.sessions)
      out.number(fact.messages)
    }
  }

  /// Reads what `encoded` wrote.
  public init(encoded bytes: [UInt8], limits: TallyLimits = TallyLimits(), seed: UInt64) throws(EncodingFault) {
    self.init(limits: limits, seed: seed)
    var reader = ByteReader(bytes)
    let version = try reader.byte()
    guard (1...Tally.formatVersion).contains(version) else { throw EncodingFault("the counts are of an unknown form") }
    try Tally.readTexts(&reader, &names)
    try Tally.readTexts(&reader, &senders)
    try Tally.readTexts(&reader, &failedNames)
    try Tally.readTexts(&reader, &helos)
    try Tally.readTexts(&reader, &replies)
    try Tally.readTexts(&reader, &servers)
    for _ in 0..<(try reader.count()) {
      let port = try reader.number(as: UInt16.self)
      let name = String(decoding: try reader.text(), as: UTF8.self)
      guard let evidence = PortEvidence(rawValue: name) else { throw EncodingFault("no port evidence: \(name)") }
      let server = try Tally.checked(try reader.reference(), servers.count)
      var claim = PortClaim(
        port: port, evidence: evidence, server: server, format: try reader.byte(), isPlainService: try reader.flag())
      let flags = version > 3 ? try reader.byte() : 0
      claim.isBeforeTLSLog = flags & 2 != 0
      if version > 4 {
        if flags & 1 != 0 { claim.since = try reader.signed() }
      } else if flags & 1 == 0, PortSettlement.isOpen(claim) {
        claim.since = PortClaim.endOfDay
      }
      if version > 1 {
        claim.hints = PortHints(rawValue: try reader.byte())
        if try reader.flag() { claim.waiting = try reader.mark() }
      }
      claims.append(claim)
      claimNumbers[claims[claims.count - 1]] = UInt32(claims.count - 1)
    }
    let addresses = try reader.count()
    visits.reserve(addresses)
    for _ in 0..<addresses { visits.add(AddressKey(address: try reader.address()), try reader.visit(version: version)) }
    if try reader.flag() { otherVisits = try reader.visit(version: version) }
    try decodeRows(&reader, version: version)
    sessions = try reader.integer()
    namelessLogins = try reader.integer()
    summaries = try reader.integer()
    dialogueSessions = try reader.integer()
    overflowed = try reader.integer()
    for _ in 0..<(try reader.count()) { ownAddresses.insert(try reader.address()) }
    for _ in 0..<(try reader.count()) {
      labellingServers.insert(try Tally.checked(try reader.reference(), servers.count))
    }
    for _ in 0..<(try reader.count()) {
      tlsLoggingServers.insert(try Tally.checked(try reader.reference(), servers.count))
    }
    guard reader.isAtEnd else { throw EncodingFault("the counts are followed by something else") }
  }

  private mutating func decodeRows(_ reader: inout ByteReader, version: UInt8) throws(EncodingFault) {
    let addresses = visits.entries.count
    let count = try reader.count()
    logins.reserve(count)
    for _ in 0..<count {
      let identity = try reader.reference()
      let isSender = try reader.flag()
      let key = LoginKey(
        identity: try Tally.checked(identity, isSender ? senders.count : names.count), isSender: isSender,
        address: try Tally.kept(try reader.reference(), addresses), claim: try claim(&reader),
        helo: try Tally.checked(try reader.reference(), helos.count))
      add(
        key,
        LoginFact(
          sessions: try reader.integer(), messages: try reader.integer(), withoutVisibleTLS: try reader.integer(),
          senders: version > 1 ? SenderSketch(bits: try reader.word()) : SenderSketch(), span: try reader.span()))
    }
    for _ in 0..<(try reader.count()) {
      let login = try Tally.checked(try reader.reference(), names.count)
      let sender = try Tally.checked(try reader.reference(), senders.count)
      let address = try Tally.kept(try reader.reference(), addresses)
      let claim = try claim(&reader)
      let reply = try Tally.kept(try reader.reference(), replies.count)
      let helo = try Tally.checked(try reader.reference(), helos.count)
      let flags = try reader.byte()
      add(
        RefusalKey(
          login: login, sender: sender, address: address, claim: claim, reply: reply, helo: helo,
          isLoggedIn: flags & 1 != 0, answersAuth: flags & 2 != 0),
        RefusalFact(count: try reader.integer(), span: try reader.span()))
    }
    for _ in 0..<(try reader.count()) {
      let key = FailedLoginKey(
        name: try Tally.checked(try reader.reference(), failedNames.count),
        address: try Tally.kept(try reader.reference(), addresses))
      var fact = FailedLoginFact(count: try reader.integer(), lastAt: Timestamp(milliseconds: 0), lastMark: .none)
      if version > 3 {
        fact.lastAt = Timestamp(milliseconds: try reader.signed())
        fact.lastMark = try reader.mark()
      }
      add(key, fact)
    }
    for _ in 0..<(try reader.count()) {
      let key = RelayKey(
        sender: try Tally.checked(try reader.reference(), senders.count),
        address: try Tally.kept(try reader.reference(), addresses), claim: try claim(&reader),
        helo: try Tally.checked(try reader.reference(), helos.count))
      add(key, RelayFact(messages: try reader.integer(), span: try reader.span()))
    }
    let origins = try reader.count()
    authenticated.reserve(origins)
    for _ in 0..<origins {
      let key = OriginKey(address: try Tally.kept(try reader.reference(), addresses), claim: try claim(&reader))
      add(key, DayFact(sessions: try reader.integer(), messages: try reader.integer()))
    }
    for _ in 0..<(try reader.count()) {
      let key = DayKey(day: try reader.int32(), claim: try claim(&reader))
      days.add(key, DayFact(sessions: try reader.integer(), messages: try reader.integer()), evenIfFull: true)
    }
  }

  private func claim(_ reader: inout ByteReader) throws(EncodingFault) -> UInt32 {
    let number = try reader.number(as: UInt32.self)
    guard Int(number) < claims.count else { throw EncodingFault("a count names a port claim that is not there") }
    return number
  }

  private static func readTexts(_ reader: inout ByteReader, _ table: inout StringTable) throws(EncodingFault) {
    for number in 0..<(try reader.count()) {
      guard table.intern(try reader.text()) == UInt32(number) else { throw EncodingFault("a text stands twice") }
    }
  }

  /// A number that stands for something: there is no refusal without a reply, and nothing from no address.
  private static func kept(_ number: UInt32, _ count: Int) throws(EncodingFault) -> UInt32 {
    guard number != LoginKey.nobody else { throw EncodingFault("a count names nothing where something has to stand") }
    return try checked(number, count)
  }

  private static func checked(_ number: UInt32, _ count: Int) throws(EncodingFault) -> UInt32 {
    guard number >= LoginKey.nobody || Int(number) < count else {
      throw EncodingFault("a count names a text or an address that is not there")
    }
    return number
  }
}
