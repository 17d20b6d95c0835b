/// The bodies that are dismissed by their first sixteen bytes, in a table without collisions.
struct UnneededLines {
  /// One kind of body.
  private struct Kind {
    /// The first eight bytes.
    let word: UInt64
    /// What of the next eight bytes counts, and what they have to be.
    let mask: UInt64
    let value: UInt64
    /// How long the whole line has to be, a CR at its end counted.
    let length: Int
  }

  private let kinds: InlineArray<8, Kind>

  init() {
    let continued = Kind(word: 0x2d30_3532_203e_3e3e, mask: 0, value: 0, length: 40)  // ">>> 250-"
    let nothing = Kind(word: 0, mask: 0, value: 1, length: 0)
    kinds = [
      continued,
      Kind(word: 0x2034_3533_203e_3e3e, mask: 0, value: 0, length: 40),  // ">>> 354 "
      Kind(word: 0x2031_3232_203e_3e3e, mask: 0, value: 0, length: 40),  // ">>> 221 "
      nothing,
      nothing,
      // ">>> 250 2.1.0 <a@b>... Sender ok"
      Kind(word: 0x2030_3532_203e_3e3e, mask: 0xffff_ffff, value: 0x2e31_2e32, length: 49),
      // "<<< RCPT TO:"
      Kind(word: 0x5450_4352_203c_3c3c, mask: 0xffff_ffff, value: 0x3a4f_5420, length: 44),
      nothing,
    ]
  }

  /// Whether a line of the usual shape needs no reading.
  ///
  /// - Parameters:
  ///   - first: the first eight bytes of the body.
  ///   - second: the eight bytes behind them.
  ///   - tail: the eight bytes before the LF. A line that ends in `forward` is kept: "Recipient ok; will forward".
  ///   - frame: 0 if the line has the usual shape.
  @inline(__always)
  func dismisses(_ first: UInt64, _ second: UInt64, tail: UInt64, length: Int, frame: UInt64) -> Bool {
    // The factor gives each kind a place of its own.
    let kind = kinds[Int(truncatingIfNeeded: (first &* 0xcd61_3e30_d8f1_6adf) &>> 61)]
    let forward: UInt64 = 0x6472_6177  // "ward"
    let forwards = (tail &>> 32 ^ forward) == 0 || (tail &>> 24 & 0xffff_ffff ^ forward) == 0
    let mismatch = (first ^ kind.word) | (second & kind.mask ^ kind.value) | frame | (forwards ? 1 : 0)
    return mismatch == 0 && length >= kind.length
  }
}
