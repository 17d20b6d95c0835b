/// Reads what `ByteWriter` wrote; whatever does not fit is a fault, never a crash.
struct ByteReader {
  private let bytes: [UInt8]
  private var place = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { place == bytes.count }

  mutating func byte() throws(EncodingFault) -> UInt8 {
    guard place < bytes.count else { throw EncodingFault("the stored bytes end early, at \(place)") }
    defer { place += 1 }
    return bytes[place]
  }

  mutating func number() throws(EncodingFault) -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      let next = try byte()
      guard shift < 63 || next < 2 else { throw EncodingFault("a stored number is too large, at \(place)") }
      value |= UInt64(next & 0x7f) << shift
      if next < 0x80 { return value }
      shift += 7
    }
  }

  /// A number that fits the type.
  mutating func number<Number: FixedWidthInteger & UnsignedInteger>(as type: Number.Type) throws(EncodingFault)
    -> Number
  {
    guard let value = Number(exactly: try number()) else {
      throw EncodingFault("a stored number is too large, at \(place)")
    }
    return value
  }

  mutating func signed() throws(EncodingFault) -> Int64 {
    let value = try number()
    return Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1)
  }

  /// A count of something; more than any server has, which could not be added up, is damage.
  mutating func integer() throws(EncodingFault) -> Int {
    let value = try signed()
    guard (0...1 << 48).contains(value) else { throw EncodingFault("a stored count is too large, at \(place)") }
    return Int(value)
  }

  mutating func int32() throws(EncodingFault) -> Int32 {
    guard let value = Int32(exactly: try signed()) else { throw EncodingFault("a stored number is too large") }
    return value
  }

  /// How many of something follow; each takes a byte at least, so that a broken count cannot ask for memory.
  mutating func count() throws(EncodingFault) -> Int {
    let value = try number()
    guard value <= UInt64(bytes.count - place) else { throw EncodingFault("a stored count is too large, at \(place)") }
    return Int(value)
  }

  mutating func reference() throws(EncodingFault) -> UInt32 {
    let value = try number()
    guard value <= UInt64(UInt32.max) else { throw EncodingFault("a stored number is too large, at \(place)") }
    return UInt32(value) &- 2
  }

  mutating func word() throws(EncodingFault) -> UInt64 {
    var value: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 64, by: 8) { value |= UInt64(try byte()) << shift }
    return value
  }

  mutating func flag() throws(EncodingFault) -> Bool {
    switch try byte() {
    case 0: return false
    case 1: return true
    default: throw EncodingFault("a stored flag is neither yes nor no, at \(place)")
    }
  }

  mutating func text() throws(EncodingFault) -> [UInt8] {
    let length = try count()
    defer { place += length }
    return Array(bytes[place..<place + length])
  }

  mutating func optional() throws(EncodingFault) -> [UInt8]? { try flag() ? try text() : nil }
}
