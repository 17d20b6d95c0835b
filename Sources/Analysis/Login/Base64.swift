/// Base64 of RFC 4648 section 4, as SASL answers use it (RFC 4954 section 4).
enum Base64 {
  /// The decoded bytes, or nothing when a byte is no base64 or the length cannot be.
  ///
  /// Missing padding is forgiven.
  static func decode(_ text: borrowing Span<UInt8>, _ range: Range<Int>) -> [UInt8]? {
    var end = range.upperBound
    while end > range.lowerBound, text[end - 1] == 0x3d, range.upperBound - end < 2 { end -= 1 }
    let digits = end - range.lowerBound
    guard digits > 0, digits % 4 != 1, digits <= 16_384 else { return nil }
    var result: [UInt8] = []
    result.reserveCapacity(digits * 3 / 4)
    var word: UInt32 = 0
    var have: UInt32 = 0
    for i in range.lowerBound..<end {
      guard let value = value(of: text[i]) else { return nil }
      word = word << 6 | UInt32(value)
      have += 6
      if have >= 8 {
        have -= 8
        result.append(UInt8(truncatingIfNeeded: word >> have))
      }
    }
    return result
  }

  private static func value(of c: UInt8) -> UInt8? {
    switch c {
    case 0x41...0x5a: c - 0x41
    case 0x61...0x7a: c - 0x61 + 26
    case 0x30...0x39: c - 0x30 + 52
    case 0x2b: 62
    case 0x2f: 63
    default: nil
    }
  }
}
