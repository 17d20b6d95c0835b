import MailModel

extension OpenSessions {
  private static let formatVersion: UInt8 = 8

  /// The open sessions as bytes.
  ///
  /// No secret is among them: what follows AUTH was dropped when it was read.
  public func encoded() -> [UInt8] {
    var out = ByteWriter()
    out.number(OpenSessions.formatVersion)
    for list in [sessions, held, waiting] {
      out.number(UInt64(list.count))
      for session in list { session.encode(into: &out) }
    }
    gate.encode(into: &out)
    out.number(UInt64(recents.count))
    for connection in recents {
      out.word(connection.host)
      out.address(connection.client)
      out.signed(connection.at)
    }
    out.number(UInt64(servers.count))
    for server in servers.sorted(by: { $0.name.lexicographicallyPrecedes($1.name) }) {
      out.text(server.name)
      server.history.encode(into: &out)
    }
    return out.bytes
  }

  /// Reads what `encoded` wrote.
  public init(encoded bytes: [UInt8]) throws(EncodingFault) {
    self.init()
    var reader = ByteReader(bytes)
    let version = try reader.byte()
    guard (1...OpenSessions.formatVersion).contains(version) else {
      throw EncodingFault("the open sessions are of an unknown form")
    }
    for _ in 0..<(try reader.count()) { sessions.append(try Portable(&reader, version: version)) }
    for _ in 0..<(try reader.count()) { held.append(try Portable(&reader, version: version)) }
    if version > 6 {
      for _ in 0..<(try reader.count()) { waiting.append(try Portable(&reader, version: version)) }
    }
    gate = try GateWatch(&reader, version: version)
    if version > 2 {
      for _ in 0..<(try reader.count()) {
        recents.append(
          RecentConnections.Connection(host: try reader.word(), client: try reader.address(), at: try reader.signed()))
      }
    }
    isOfEarlierForm = version < 6
    lacksLabels = version < 5
    if version > 4 {
      for _ in 0..<(try reader.count()) {
        servers.append((try reader.text(), try ServerHistory(&reader, version: version)))
      }
    }
    guard reader.isAtEnd else { throw EncodingFault("the open sessions are followed by something else") }
  }

  /// Changes every line mark, for instance to numbers that outlive the run.
  public mutating func mapMarks(_ map: (LineMark) -> LineMark) {
    for i in sessions.indices { sessions[i].mapMarks(map) }
    for i in held.indices { held[i].mapMarks(map) }
    for i in waiting.indices { waiting[i].mapMarks(map) }
  }
}
