import GRDB

/// The check sum of a row: SQLite notices a broken page structure and not a changed figure.
///
/// Kept to 62 bits, so that it is a plain integer for SQLite and sums of it do not overflow soon.
struct RowCheck {
  private var hash: UInt64 = 0xcbf2_9ce4_8422_2325

  init(_ table: String) { add(table) }

  mutating func add(_ text: String) {
    step(1)
    for byte in text.utf8 { step(byte) }
    step(0)
  }

  mutating func add(_ bytes: [UInt8]) {
    step(2)
    add(Int64(bytes.count))
    for byte in bytes { step(byte) }
  }

  mutating func add(_ number: Int64) {
    step(3)
    var rest = UInt64(bitPattern: number)
    for _ in 0..<8 {
      step(UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    }
  }

  mutating func add(_ value: DatabaseValue) {
    switch value.storage {
    case .null: add("null")
    case .int64(let number): add(number)
    case .double(let number): add(number.bitPattern)
    case .string(let text): add(text)
    case .blob(let data): add(Array(data))
    }
  }

  mutating func add(_ number: UInt64) { add(Int64(bitPattern: number)) }

  var value: Int64 { Int64(hash >> 2) }

  @inline(__always)
  private mutating func step(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
}
