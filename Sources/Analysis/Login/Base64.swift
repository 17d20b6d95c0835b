/// Base64 of RFC 4648 section 4, as SASL answers use it (RFC 4954 section 4).
enum Base64 {
  /// Puts the decoded bytes in place of what is in `result`; false when a byte is no base64 or the length cannot be.
  ///
  /// Missing padding is forgiven.
  static func decode(_ text: borrowing Span<UInt8>, _ range: Range<Int>, into result: inout [UInt8]) -> Bool {
    result.removeAll(keepingCapacity: true)
    var end = range.upperBound
    while end > range.lowerBound, text[end - 1] == 0x3d, range.upperBound - end < 2 { end -= 1 }
    let digits = end - range.lowerBound
    guard digits > 0, digits % 4 != 1, digits <= 16_384 else { return false }
    let size = digits * 3 / 4
    result.append(contentsOf: repeatElement(0, count: size))
    var place = 0
    // What is no base64 has the top bit.
    var seen: UInt8 = 0
    var i = range.lowerBound
    while i &+ 8 <= end {
      guard let bits = bits(of: text.word(at: i)) else { return false }
      for k in 0..<6 { result[place &+ k] = UInt8(truncatingIfNeeded: bits &>> UInt64(40 &- 8 &* k)) }
      place &+= 6
      i &+= 8
    }
    while i &+ 4 <= end {
      let a = value(of: text[i])
      let b = value(of: text[i &+ 1])
      let c = value(of: text[i &+ 2])
      let d = value(of: text[i &+ 3])
      seen |= a | b | c | d
      result[place] = a &<< 2 | b &>> 4
      result[place &+ 1] = b &<< 4 | c &>> 2
      result[place &+ 2] = c &<< 6 | d
      place &+= 3
      i &+= 4
    }
    if end &- i >= 2 {
      let a = value(of: text[i])
      let b = value(of: text[i &+ 1])
      seen |= a | b
      result[place] = a &<< 2 | b &>> 4
      if end &- i == 3 {
        let c = value(of: text[i &+ 2])
        seen |= c
        result[place &+ 1] = b &<< 4 | c &>> 2
      }
    }
    return seen < 0x80
  }

  /// The 48 bits of eight digits, the first one highest; nothing when one of them is no base64.
  @inline(__always)
  private static func bits(of word: UInt64) -> UInt64? {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let low = word & (0x7f &* ones)
    // 1 in every byte from `first` to before `end`: adding 0x80 - n sets the top bit from n on, without a carry.
    func isWithin(_ first: UInt64, _ end: UInt64) -> UInt64 {
      ((low &+ (0x80 &- first) &* ones) & ~(low &+ (0x80 &- end) &* ones) & ~word) &>> 7 & ones
    }
    let upper = isWithin(0x41, 0x5b)
    let lower = isWithin(0x61, 0x7b)
    let digit = isWithin(0x30, 0x3a)
    let plus = isWithin(0x2b, 0x2c)
    let slash = isWithin(0x2f, 0x30)
    guard upper | lower | digit | plus | slash == ones else { return nil }
    let values = word &- 65 &* upper &- 71 &* lower &+ 4 &* digit &+ 19 &* plus &+ 16 &* slash
    var bits = values.byteSwapped
    bits = (bits & 0x3f00_3f00_3f00_3f00) &>> 2 | bits & 0x003f_003f_003f_003f
    bits = (bits & 0x0fff_0000_0fff_0000) &>> 4 | bits & 0x0000_0fff_0000_0fff
    return (bits &>> 32) &<< 24 | bits & 0x00ff_ffff
  }

  /// The six bits of a digit, or all bits; chosen without branches, since nobody can predict the digits of a name.
  @inline(__always)
  private static func value(of c: UInt8) -> UInt8 {
    var value: UInt8 = 0xff
    value = c &- 0x41 < 26 ? c &- 0x41 : value
    value = c &- 0x61 < 26 ? c &- 0x61 &+ 26 : value
    value = c &- 0x30 < 10 ? c &- 0x30 &+ 52 : value
    value = c == 0x2b ? 62 : value
    value = c == 0x2f ? 63 : value
    return value
  }
}
