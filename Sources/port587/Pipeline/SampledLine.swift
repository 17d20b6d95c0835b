import ByteScanning
import MailModel

/// A line of a log, as it is looked for in other logs.
struct SampledLine: Sendable, Equatable {
  /// Of its bytes, without what may stand at the end of a line.
  var hash: UInt64
  /// Its local time; of a file without days only the time of day counts.
  var local: Int64
  /// Whether a syslog daemon may have written it in another form elsewhere (`FoldedLines`).
  var mayBeFolded: Bool

  /// The hash of a line; spaces and CRs at its end, which copying may add or take away, are left out.
  ///
  /// Each sixteen bytes are multiplied as two words to one of 128 bits, whose halves are put together. It is against chance,
  /// not against somebody who can write the log, and of this process only.
  static func hash(of line: borrowing Span<UInt8>, from start: Int = 0) -> UInt64 {
    var end = line.count
    while end > start, line[end &- 1] == 0x20 || line[end &- 1] == 0x0D { end &-= 1 }
    var hash = 0x9e37_79b9_7f4a_7c15 ^ UInt64(truncatingIfNeeded: end &- start)
    var i = start
    while i &+ 16 <= end {
      hash = folded(line.word64(at: i) ^ 0xd6e8_feb8_6659_fd93, line.word64(at: i &+ 8) ^ hash)
      i &+= 16
    }
    // What is left, up to eight bytes of which are taken twice where there are as many.
    var (first, last): (UInt64, UInt64) = (0, 0)
    if end &- start >= 8 {
      if end &- i > 8 { first = line.word64(at: i) }
      last = line.word64(at: end &- 8)
    } else {
      while i < end {
        last = last &<< 8 | UInt64(line[i])
        i &+= 1
      }
    }
    return folded(first ^ 0xff51_afd7_ed55_8ccd, folded(last ^ 0xc4ce_b9fe_1a85_ec53, hash))
  }

  @inline(__always)
  private static func folded(_ one: UInt64, _ other: UInt64) -> UInt64 {
    let (high, low) = one.multipliedFullWidth(by: other)
    return high ^ low
  }
}
