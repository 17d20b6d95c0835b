/// Base64 of RFC 4648 section 4, as SASL answers use it (RFC 4954 section 4).
enum Base64 {
  /// Puts the decoded bytes in place of what is in `result`; false when a byte is no base64 or the length cannot be.
  ///
  /// Missing padding is forgiven.
  static func decode(_ text: borrowing Span<UInt8>, _ range: Range<Int>, into result: inout PackedText) -> Bool {
    result.count = 0
    var end = range.upperBound
    while end > range.lowerBound, text[end - 1] == 0x3d, range.upperBound - end < 2 { end -= 1 }
    let digits = end - range.lowerBound
    guard digits > 0, digits % 4 != 1, digits <= 16_384 else { return false }
    // Six bytes of eight digits at a time are put together to words.
    var word: UInt64 = 0
    var filled: UInt64 = 0
    var i = range.lowerBound
    while i < end {
      var letters = text.word(at: i, upTo: end)
      // Behind the last digit stands "A", which is 0.
      if end &- i < 8 { letters |= 0x4141_4141_4141_4141 &<< UInt64(8 &* (end &- i)) }
      guard let bits = bits(of: letters) else { return false }
      let bytes = bits.byteSwapped &>> 16
      word |= bytes &<< (8 &* filled)
      filled &+= 6
      if filled >= 8 {
        result.append(word)
        filled &-= 8
        word = filled > 0 ? bytes &>> (8 &* (6 &- filled)) : 0
      }
      i &+= 8
    }
    if filled > 0 { result.append(word) }
    result.cut(to: digits * 3 / 4)
    return true
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
}
