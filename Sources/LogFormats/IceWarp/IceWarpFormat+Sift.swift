import ByteScanning

/// Seven of ten lines are of the few kinds that no report needs.
///
/// Which they are is told for many lines at once, without a branch that depends on the line: whose line comes next cannot
/// be predicted, and a wrong prediction costs more than all the looks here.
extension IceWarpFormat {
  /// It knows what no report needs.
  public static var siftsLines: Bool { true }

  /// Keeps the lines that `isUnneeded` does not dismiss.
  public func sift(
    _ stretch: borrowing Span<UInt8>, from start: Int, ends: borrowing Span<UInt32>, lines: Range<Int>
  ) -> UInt64 {
    guard isUsual else { return UInt64.max }
    let kinds = UnneededLines()
    var unneeded: UInt64 = 0
    var bit: UInt64 = 1
    var begin = start
    // Four words from the bracket on are looked at, and as many bytes may be looked at behind a line.
    let last = stretch.count &- 64
    for i in lines {
      let end = Int(ends[i])
      let length = end &- begin
      guard begin <= last, length >= 40 else {
        bit &<<= 1
        begin = end &+ 1
        continue
      }
      let (thread, stamp, first, second) = stretch.fourWords(at: begin &+ 16)
      // "[0340] 00:00:00 "
      let frame =
        (thread & 0x00ff_ff00_0000_00ff ^ 0x0020_5d00_0000_005b)
        | (stamp & 0xff00_00ff_0000_ff00 ^ 0x2000_003a_0000_3a00)
      let tail = stretch.word64(at: end &- 8)
      if kinds.dismisses(first, second, tail: tail, length: length, frame: frame) { unneeded |= bit }
      if first & 0xf0_ffff_ffff == 0x30_203c_3c3c || first == 0x666f_2074_7261_7453, frame == 0,
        isMessageSize(stretch, begin &+ 36, end) || isStart(stretch, begin &+ 32, end)
      {
        unneeded |= bit
      }
      bit &<<= 1
      begin = end &+ 1
    }
    return ~unneeded
  }

  /// `2809 bytes (overall data transfer speed=325115741 B/s)`.
  @usableFromInline
  func isMessageSize(_ stretch: borrowing Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    var k = start
    while k < end, stretch[k] &- 0x30 < 10 { k &+= 1 }
    return k > start && k &+ 8 <= end && stretch.word64(at: k) & 0xff_ffff_ffff_ffff == 0x20_7365_7479_6220
  }

  private func isStart(_ stretch: borrowing Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    start &+ 24 <= end && stretch.hasPrefix("Start of mail processing", at: start)
  }
}
