import MailModel

extension JoinDay {
  private static let formatVersion: UInt8 = 1

  /// The day as bytes: clients stand once, moments as steps.
  public func encoded() -> [UInt8] {
    var out = ByteWriter()
    out.number(JoinDay.formatVersion)
    out.flag(isClosed)
    for count in counts.outcomes + [counts.strayRecords, counts.confirmed, counts.contradicted] { out.number(count) }
    out.flag(clock != nil)
    if let clock {
      for value in [clock.ahead, clock.aheadAtEnd, clock.tolerance] { out.signed(value) }
      out.flag(clock.isEstimated)
    }
    out.number(UInt64(sightings.count))
    var client: IPAddress?
    var at: Int64 = 0
    for sighting in sightings.sorted(by: { ($0.client.bits, $0.at, $0.mark) < ($1.client.bits, $1.at, $1.mark) }) {
      out.step(sighting.client, &client, sighting.at, &at)
      out.number(sighting.clientPort)
      out.number(sighting.knownPort)
      out.mark(sighting.mark)
    }
    out.number(UInt64(records.count))
    client = nil
    for record in records.sorted(by: { a, b in
      if a.client != b.client { return a.client < b.client }
      return (a.at, a.port, a.clientPort) < (b.at, b.port, b.clientPort)
    }) {
      out.step(record.client, &client, record.at, &at)
      out.number(record.clientPort)
      out.number(record.port)
    }
    return out.bytes
  }

  /// Reads what `encoded` wrote.
  public init(encoded bytes: [UInt8]) throws(EncodingFault) {
    self.init()
    var reader = ByteReader(bytes)
    guard try reader.byte() == JoinDay.formatVersion else { throw EncodingFault("the join is of an unknown form") }
    isClosed = try reader.flag()
    for i in counts.outcomes.indices { counts.outcomes[i] = try reader.integer() }
    counts.strayRecords = try reader.integer()
    counts.confirmed = try reader.integer()
    counts.contradicted = try reader.integer()
    if try reader.flag() {
      let (ahead, aheadAtEnd, tolerance) = (try reader.signed(), try reader.signed(), try reader.signed())
      clock = ClockReading(
        ahead: ahead, aheadAtEnd: aheadAtEnd, tolerance: tolerance, isEstimated: try reader.flag())
    }
    var client = IPAddress(bits: 0)
    var at: Int64 = 0
    for _ in 0..<(try reader.count()) {
      try reader.step(&client, &at)
      sightings.append(
        SessionSighting(
          client: client, at: at, mark: LineMark(source: 0, piece: 0, line: 0),
          clientPort: try reader.number(as: UInt16.self), knownPort: try reader.number(as: UInt16.self)))
      sightings[sightings.count - 1].mark = try reader.mark()
    }
    for _ in 0..<(try reader.count()) {
      try reader.step(&client, &at)
      records.append(
        ConnectionSighting(
          client: client, at: at, mark: ConnectionMark(source: 0, line: 0),
          clientPort: try reader.number(as: UInt16.self), port: try reader.number(as: UInt16.self)))
    }
    guard reader.isAtEnd else { throw EncodingFault("the join is followed by something else") }
  }
}

extension ByteWriter {
  fileprivate mutating func step(_ client: IPAddress, _ before: inout IPAddress?, _ moment: Int64, _ at: inout Int64) {
    flag(client == before)
    if client != before { address(client) }
    signed(moment &- at)
    (before, at) = (client, moment)
  }
}

extension ByteReader {
  fileprivate mutating func step(_ client: inout IPAddress, _ at: inout Int64) throws(EncodingFault) {
    if !(try flag()) { client = try address() }
    at = at &+ (try signed())
  }
}
