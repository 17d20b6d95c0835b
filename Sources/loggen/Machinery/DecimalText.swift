/// Numbers as text, written straight into a buffer.
extension [UInt8] {
  /// Appends a number without leading zeros.
  mutating func append(decimal number: Int) {
    var divisor = 1
    while number / divisor > 9 { divisor *= 10 }
    while divisor > 0 {
      append(48 + UInt8(number / divisor % 10))
      divisor /= 10
    }
  }

  /// Appends the low digits of a number, with leading zeros.
  mutating func append(decimal number: Int, digits: Int) {
    var divisor = 1
    for _ in 1..<digits { divisor *= 10 }
    while divisor > 0 {
      append(48 + UInt8(number / divisor % 10))
      divisor /= 10
    }
  }

  /// Appends the low digits of a number in hexadecimal, upper case, with leading zeros.
  mutating func append(hexadecimal number: UInt64, digits: Int) {
    for place in stride(from: digits - 1, through: 0, by: -1) {
      let digit = place < 16 ? UInt8((number >> UInt64(place * 4)) & 15) : 0
      append(digit < 10 ? 48 + digit : 55 + digit)
    }
  }

  /// Appends the base64 form (RFC 4648 section 4) of some bytes.
  mutating func append(base64 plain: [UInt8]) {
    func letter(_ six: UInt32) -> UInt8 {
      switch UInt8(six & 63) {
      case let n where n < 26: 65 + n
      case let n where n < 52: 71 + n
      case let n where n < 62: n - 4
      case 62: 43
      default: 47
      }
    }
    var at = 0
    while at < plain.count {
      let have = Swift.min(3, plain.count - at)
      var word = UInt32(plain[at]) << 16
      if have > 1 { word |= UInt32(plain[at + 1]) << 8 }
      if have > 2 { word |= UInt32(plain[at + 2]) }
      append(letter(word >> 18))
      append(letter(word >> 12))
      append(have > 1 ? letter(word >> 6) : 61)
      append(have > 2 ? letter(word) : 61)
      at += 3
    }
  }
}
