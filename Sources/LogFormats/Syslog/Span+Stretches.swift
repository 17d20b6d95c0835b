internal import ByteScanning

/// Ends of stretches of like bytes, found eight bytes at a time.
///
/// A byte of a word is compared in its own eight bits: with its high bit set, subtracting at most 0x7f borrows nothing
/// from its neighbour, and the high bit of the difference says whether the byte was as great as what was subtracted.
extension Span where Element == UInt8 {
  /// All high bits.
  private static var high: UInt64 { 0x8080_8080_8080_8080 }

  /// This byte in all eight places.
  @inline(__always)
  private static func all(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

  /// The high bit of each byte that lies in `low...top`, for bytes below 0x80; `raised` is the word with all high bits set.
  @inline(__always)
  private static func isWithin(_ raised: UInt64, _ low: UInt8, _ top: UInt8) -> UInt64 {
    (raised &- all(low)) & ~(raised &- all(top &+ 1)) & high
  }

  /// The high bit of each byte that is an ASCII digit or letter.
  @inline(__always)
  static func alphanumerics(_ word: UInt64) -> UInt64 {
    let raised = word | high
    return (isWithin(raised, 0x30, 0x39) | isWithin(raised | all(0x20), 0x61, 0x7a)) & ~word
  }

  /// The high bit of each byte that is an ASCII digit.
  @inline(__always)
  static func digits(_ word: UInt64) -> UInt64 { isWithin(word | high, 0x30, 0x39) & ~word }

  /// The last bytes of the line, fewer than eight, from this index on, and zeros behind them.
  @inline(__always)
  private func rest(from i: Int) -> UInt64 {
    guard count >= 8 else { return restOfFew(from: i) }
    return i < count ? word64(at: count &- 8) &>> UInt64(truncatingIfNeeded: 8 &* (i &+ 8 &- count)) : 0
  }

  /// The same in a line of fewer than eight bytes.
  @inline(never)
  private func restOfFew(from start: Int) -> UInt64 {
    var word: UInt64 = 0
    var i = count
    while i > start {
      i &-= 1
      word = word << 8 | UInt64(self[i])
    }
    return word
  }

  /// Index of the first byte at or after `start` that is neither digit nor letter, or the end.
  @inline(__always)
  func endOfAlphanumerics(from start: Int) -> Int { end(from: start, of: Self.alphanumerics) }

  /// Index of the first byte at or after `start` that no IP address has, or the end: it has digits, letters, `.` and `:`.
  @inline(__always)
  func endOfAddress(from start: Int) -> Int { end(from: start, of: Self.addressBytes) }

  /// Index of the first byte at or after `start` that is not of a kind, or the end; zero bytes are of no kind.
  @inline(__always)
  private func end(from start: Int, of kind: (UInt64) -> UInt64) -> Int {
    var i = start
    while i &+ 8 <= count {
      let other = kind(word64(at: i)) ^ Self.high
      if other != 0 { return i &+ other.trailingZeroBitCount / 8 }
      i &+= 8
    }
    return i &+ (kind(rest(from: i)) ^ Self.high).trailingZeroBitCount / 8
  }

  /// The high bit of each byte that is an ASCII digit or letter, `.` or `:`.
  @inline(__always)
  private static func addressBytes(_ word: UInt64) -> UInt64 {
    let raised = word | high
    let numbers = isWithin(raised, 0x2e, 0x3a) & ~isWithin(raised, 0x2f, 0x2f)
    return (numbers | isWithin(raised | all(0x20), 0x61, 0x7a)) & ~word
  }

  /// Index of the first byte at or after `start` that is one of two, or the end; neither of them is zero.
  @inline(__always)
  func firstIndex(ofEither a: UInt8, _ b: UInt8, from start: Int) -> Int {
    var i = start
    while i &+ 8 <= count {
      let hit = Self.either(a, b, in: word64(at: i))
      if hit != 0 { return i &+ hit.trailingZeroBitCount / 8 }
      i &+= 8
    }
    let hit = Self.either(a, b, in: rest(from: i))
    return hit != 0 ? i &+ hit.trailingZeroBitCount / 8 : Swift.max(start, count)
  }

  /// The high bit of the first byte that is one of two, and of some behind it.
  @inline(__always)
  static func either(_ a: UInt8, _ b: UInt8, in word: UInt64) -> UInt64 {
    let x = word ^ all(a)
    let y = word ^ all(b)
    // The lowest hit is a true one; a false one lies above it only.
    return ((x &- all(1)) & ~x | (y &- all(1)) & ~y) & high
  }

  /// Index of the last such byte at or after `start`, or -1.
  @inline(__always)
  func lastIndex(of byte: UInt8, from start: Int) -> Int {
    var end = count
    while end &- 8 >= start {
      let x = word64(at: end &- 8) ^ Self.all(byte)
      // Without borrows, so that the highest hit is a true one too.
      let hit = ~(((x & ~Self.high) &+ ~Self.high) | x) & Self.high
      if hit != 0 { return end &- 1 &- hit.leadingZeroBitCount / 8 }
      end &-= 8
    }
    while end > start {
      end &-= 1
      if self[end] == byte { return end }
    }
    return -1
  }
}
