/// Takes DER (X.690) apart, value by value; anything that does not add up ends it.
struct DERReader {
  /// One value: its tag and its content.
  struct Value {
    let tag: UInt8
    let content: ArraySlice<UInt8>
    /// The values inside.
    var inside: DERReader { DERReader(content) }
  }

  private var rest: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

  /// The next value, or nothing at the end or where the bytes are no DER.
  mutating func next() -> Value? {
    guard let tag = rest.popFirst(), let first = rest.popFirst() else { return nil }
    var length = Int(first)
    if first & 0x80 != 0 {
      let count = Int(first & 0x7f)
      guard (1...4).contains(count), rest.count >= count else { return nil }
      length = rest.prefix(count).reduce(0) { $0 << 8 | Int($1) }
      rest = rest.dropFirst(count)
    }
    guard length <= rest.count else { return nil }
    defer { rest = rest.dropFirst(length) }
    return Value(tag: tag, content: rest.prefix(length))
  }

  /// The next value, if it has this tag.
  mutating func next(_ tag: UInt8) -> Value? {
    let before = rest
    if let value = next(), value.tag == tag { return value }
    rest = before
    return nil
  }

  /// An object identifier in dotted form, for instance `2.5.4.3`.
  static func objectIdentifier(_ content: ArraySlice<UInt8>) -> String {
    var numbers: [UInt64] = []
    var value: UInt64 = 0
    for byte in content {
      guard value < 1 << 56 else { return "" }
      value = value << 7 | UInt64(byte & 0x7f)
      guard byte & 0x80 == 0 else { continue }
      if numbers.isEmpty {
        let first = min(value / 40, 2)
        numbers = [first, value - first * 40]
      } else {
        numbers.append(value)
      }
      value = 0
    }
    return numbers.map(String.init).joined(separator: ".")
  }
}
