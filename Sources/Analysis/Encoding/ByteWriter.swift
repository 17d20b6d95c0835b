/// Writes numbers and byte strings one after another: small numbers take one byte.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  /// Seven bits a byte, the lowest first; the highest bit says that more follow.
  mutating func number(_ value: UInt64) {
    var rest = value
    while rest > 0x7f {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func number(_ value: Int) { signed(Int64(value)) }
  mutating func number(_ value: UInt32) { number(UInt64(value)) }
  mutating func number(_ value: UInt16) { number(UInt64(value)) }
  mutating func number(_ value: UInt8) { bytes.append(value) }

  /// A number that may be negative: 0, -1, 1, -2 become 0, 1, 2, 3.
  mutating func signed(_ value: Int64) { number(UInt64(bitPattern: value << 1 ^ value >> 63)) }

  /// A number whose greatest values mean something else than a number (`nobody`, `overflow`): those come first.
  mutating func reference(_ value: UInt32) { number(UInt64(value &+ 2)) }

  /// Eight bytes, the lowest first.
  mutating func word(_ value: UInt64) {
    for shift in stride(from: UInt64(0), to: 64, by: 8) { bytes.append(UInt8(truncatingIfNeeded: value >> shift)) }
  }

  mutating func flag(_ value: Bool) { bytes.append(value ? 1 : 0) }

  mutating func text(_ value: some Collection<UInt8>) {
    number(UInt64(value.count))
    bytes.append(contentsOf: value)
  }

  mutating func optional(_ value: [UInt8]?) {
    flag(value != nil)
    if let value { text(value) }
  }
}
