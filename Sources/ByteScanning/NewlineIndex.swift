/// Finds the line feeds of a stretch of memory and writes their places into a table.
///
/// Measured on 1 GB of CRLF log lines of 66 bytes with a consumer that counts lines and bytes, whole process, one
/// thread: this one 0.17–0.19 s; the same without the two unbranched entries 0.21 s; a mask made with `SIMD2<UInt64>`
/// and an 8 × 8 bit transposition 0.18–0.19 s, so not worth its obscurity; `memchr` per line 0.23 s. Byte vectors
/// (`SIMD16<UInt8>`) are compiled to a loop per element and are slower by a factor of twenty.
@usableFromInline
enum NewlineIndex {
  /// How many bytes one call looks at: half of a first-level cache, so that the consumer finds them still there.
  @usableFromInline static let stride = 16_384
  /// Table entries that may be written beyond those that count.
  @usableFromInline static let slack = 8
  /// Readable bytes needed behind the last one that counts.
  @usableFromInline static let padding = 64

  /// Writes the offsets (from `base`) of all LF bytes in `from..<to` to `table`, ascending, and says how many.
  ///
  /// The caller promises: `base + from ..< base + to + padding` is readable, `to - from <= stride`, `to < 2^32`, and
  /// `table` has room for `stride + slack` entries.
  ///
  /// A block of 64 bytes becomes a mask of 64 bits, one per byte. The zero-byte test is the exact one (no carry between
  /// bytes), since false positives would cut lines in two.
  @usableFromInline
  @unsafe static func collect(
    _ base: UnsafeRawPointer, from: Int, to: Int, into table: UnsafeMutablePointer<UInt32>
  ) -> Int {
    var written = 0
    var offset = from
    while offset < to {
      // In bounds: offset < to, and 64 bytes from there end before to + padding.
      var mask = unsafe mask64(base + offset)
      let left = to &- offset
      if left < 64 { mask &= (1 &<< UInt64(truncatingIfNeeded: left)) &- 1 }
      // In bounds: every bit is a byte of the stretch, so at most `stride` entries count, and one of the slack may be
      // written beyond them. The first two of a block go without a branch: most blocks hold none, one or two, and
      // which it is cannot be predicted.
      for _ in 0..<2 {
        unsafe table[written] = UInt32(truncatingIfNeeded: offset &+ mask.trailingZeroBitCount)
        written &+= mask != 0 ? 1 : 0
        mask &= mask &- 1
      }
      while mask != 0 {
        unsafe table[written] = UInt32(truncatingIfNeeded: offset &+ mask.trailingZeroBitCount)
        written &+= 1
        mask &= mask &- 1
      }
      offset &+= 64
    }
    return written
  }

  /// One bit per byte of the 64 bytes at `place`, set where the byte is LF; bit 0 is the first byte.
  @inline(__always)
  @unsafe static func mask64(_ place: UnsafeRawPointer) -> UInt64 {
    var mask: UInt64 = 0
    for word in 0..<8 {
      let bytes = unsafe UInt64(littleEndian: place.loadUnaligned(fromByteOffset: word &* 8, as: UInt64.self))
      let difference = bytes ^ 0x0A0A_0A0A_0A0A_0A0A
      let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
      // The high bit of each byte is set exactly where the byte of `difference` is zero.
      let zero = ~(((difference & low) &+ low) | difference | low)
      // Gathers the eight high bits into one byte.
      mask |= (((zero &>> 7) &* 0x0102_0408_1020_4080) &>> 56) &<< UInt64(word &* 8)
    }
    return mask
  }
}
