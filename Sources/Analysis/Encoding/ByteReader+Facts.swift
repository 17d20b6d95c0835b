import MailModel

/// The values that several kinds of stored facts are made of.
extension ByteReader {
  mutating func address() throws(EncodingFault) -> IPAddress {
    if try flag() {
      var bits: UInt32 = 0
      for _ in 0..<4 { bits = bits << 8 | UInt32(try byte()) }
      return IPAddress(ipv4: bits)
    }
    let high = try word()
    return IPAddress(bits: UInt128(high) << 64 | UInt128(try word()))
  }

  /// - Parameter version: of the counts; before version 3 nothing was unfollowed.
  mutating func visit(version: UInt8) throws(EncodingFault) -> AddressFact {
    let sessions = try integer()
    let deliveries = try integer()
    let unfollowed = version > 2 ? try integer() : 0
    let first = try signed()
    return AddressFact(
      sessions: sessions, deliveries: deliveries, unfollowed: unfollowed, firstAt: Timestamp(milliseconds: first),
      lastAt: Timestamp(milliseconds: first &+ (try signed())))
  }

  mutating func moment() throws(EncodingFault) -> Int64? { try flag() ? try signed() : nil }

  mutating func mark() throws(EncodingFault) -> LineMark {
    LineMark(
      source: try number(as: UInt32.self), piece: try number(as: UInt32.self), line: try number(as: UInt32.self))
  }

  mutating func span() throws(EncodingFault) -> SessionSpan {
    let first = try signed()
    let last = first &+ (try signed())
    let firstMark = try mark()
    var span = SessionSpan(at: Timestamp(milliseconds: first), mark: firstMark)
    span.lastAt = Timestamp(milliseconds: last)
    if !(try flag()) { span.lastMark = try mark() }
    return span
  }
}
