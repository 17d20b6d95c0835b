import ByteScanning

/// Seven of ten lines are of the few kinds that no report needs.
///
/// Which they are, and of what kind the others, is told for many lines at once, without a branch that depends on the
/// line: whose line comes next cannot be predicted, and a wrong prediction costs more than all the looks here.
extension IceWarpFormat {
  /// It knows what no report needs.
  public static var siftsLines: Bool { true }

  private static let kinds = IceWarpLineKinds()

  /// Keeps the lines that are not known to be ignored.
  public func sift(
    _ stretch: borrowing Span<UInt8>, from start: Int, ends: borrowing Span<UInt32>, lines: Range<Int>,
    naming named: inout SiftedKinds
  ) -> UInt64 {
    guard isUsual, lines.count <= 64 else {
      named = SiftedKinds()
      return UInt64.max
    }
    let entries = IceWarpFormat.kinds.entries
    let known = entries.span
    var kept: UInt64 = 0
    var aboutAddresses: UInt64 = 0
    var begin = start
    for i in 0..<lines.count {
      let end = Int(ends[lines.lowerBound &+ i])
      // Behind the last line lie enough bytes to look at; a shorter line fails by its length.
      let (thread, stamp, first, second) = stretch.fourWords(at: begin &+ 16)
      // "[0340] 00:00:00 "
      let frame =
        (thread & 0x00ff_ff00_0000_00ff ^ 0x0020_5d00_0000_005b)
        | (stamp & 0xff00_00ff_0000_ff00 ^ 0x2000_003a_0000_3a00)
      let tooShort = UInt64(bitPattern: Int64(end &- begin &- 40)) &>> 63
      let kind = IceWarpLineKinds.kind(in: known, first, second, mismatch: frame | tooShort)
      named[i] = UInt8(truncatingIfNeeded: kind)
      kept |= (kind == UInt64(IceWarpLineKind.unneeded) ? 0 : 1) &<< UInt64(i)
      aboutAddresses |= (kind == UInt64(IceWarpLineKind.aboutAddress) ? 1 : 0) &<< UInt64(i)
      begin = end &+ 1
    }
    while aboutAddresses != 0 {
      let i = aboutAddresses.trailingZeroBitCount
      aboutAddresses &= aboutAddresses &- 1
      let tail = stretch.word64(at: Int(ends[lines.lowerBound &+ i]) &- 8)
      let forward: UInt64 = 0x6472_6177  // "ward", before LF or CR LF
      // With more than one CR, or with blanks, it takes a closer look.
      let isBlank = tail &>> 48 & 0xff <= 0x20
      let forwards = (tail &>> 32 ^ forward) &* (tail &>> 24 & 0xffff_ffff ^ forward) == 0 || isBlank
      kept ^= (forwards ? 0 : 1) &<< UInt64(i)
    }
    return kept
  }

  /// `2809 bytes (overall data transfer speed=325115741 B/s)`.
  @usableFromInline
  func isMessageSize(_ stretch: borrowing Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    var k = start
    while k < end, stretch[k] &- 0x30 < 10 { k &+= 1 }
    return k > start && k &+ 8 <= end && stretch.word64(at: k) & 0xff_ffff_ffff_ffff == 0x20_7365_7479_6220
  }
}
