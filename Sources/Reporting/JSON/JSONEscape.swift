/// What JSON does not allow inside a string as it is: quotes, backslashes and control characters (RFC 8259 section 7).
enum JSONEscape {
  /// Whether there is such a byte, eight of them looked at together.
  static func isNeeded(_ text: borrowing Span<UInt8>) -> Bool {
    let count = text.count
    guard count >= 8 else {
      for i in text.indices where isEscaped(text[i]) { return true }
      return false
    }
    // The first eight and the last eight, which may be partly the same, and for most texts are all.
    var found = escaped(in: text.word(at: 0)) | escaped(in: text.word(at: count &- 8))
    var i = 8
    while i < count &- 8 {
      found |= escaped(in: text.word(at: i))
      i &+= 8
    }
    return found != 0
  }

  /// A byte as it stands inside a string, the first one lowest.
  static func bytes(for byte: UInt8) -> (word: UInt64, count: Int) {
    switch byte {
    case 0x22, 0x5c: (UInt64(byte) << 8 | 0x5c, 2)
    case 0x08: (UInt64(UInt8(ascii: "b")) << 8 | 0x5c, 2)
    case 0x09: (UInt64(UInt8(ascii: "t")) << 8 | 0x5c, 2)
    case 0x0a: (UInt64(UInt8(ascii: "n")) << 8 | 0x5c, 2)
    case 0x0c: (UInt64(UInt8(ascii: "f")) << 8 | 0x5c, 2)
    case 0x0d: (UInt64(UInt8(ascii: "r")) << 8 | 0x5c, 2)
    // `\u001b`
    case 0..<0x20: (hexDigit(byte & 15) << 40 | hexDigit(byte >> 4) << 32 | 0x30_30_75_5c, 6)
    default: (UInt64(byte), 1)
    }
  }

  private static func hexDigit(_ value: UInt8) -> UInt64 { UInt64(value < 10 ? 0x30 + value : 0x57 + value) }

  private static func isEscaped(_ byte: UInt8) -> Bool { byte < 0x20 || byte == 0x22 || byte == 0x5c }

  /// Not zero when one of eight bytes is escaped.
  ///
  /// Taking 1 from each byte sets the top bit of those that were 0, taking 0x20 that of those below it; `& ~word` leaves out
  /// those that had it before. A borrow can only come from a byte that is found itself.
  @inline(__always)
  private static func escaped(in word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let control = word &- ones &* 0x20
    let quote = (word ^ ones &* 0x22) &- ones
    let backslash = (word ^ ones &* 0x5c) &- ones
    return (control | quote | backslash) & ~word & (ones &* 0x80)
  }
}

extension Span where Element == UInt8 {
  /// Eight bytes as a number, the first one lowest; the compiler makes one load of it.
  @inline(__always)
  fileprivate func word(at i: Int) -> UInt64 {
    let eight = extracting(i..<i &+ 8)
    let low = UInt64(eight[0]) | UInt64(eight[1]) << 8 | UInt64(eight[2]) << 16 | UInt64(eight[3]) << 24
    let high = UInt64(eight[4]) | UInt64(eight[5]) << 8 | UInt64(eight[6]) << 16 | UInt64(eight[7]) << 24
    return low | high << 32
  }
}
