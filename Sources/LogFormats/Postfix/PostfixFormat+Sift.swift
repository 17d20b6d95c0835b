internal import ByteScanning

/// Half of the lines are of programs whose lines are not needed.
///
/// ```
/// May 16 00:00:02 mail postfix/cleanup[512]: 30DC6BAEA29: message-id=<…>
/// May 16 00:00:02 mail postfix/lmtp[733]: 30DC6BAEA29: to=<…>, relay=…, status=sent (250 2.0.0 Ok)
/// ```
///
/// They are told by stamp, host and program, which are those of lines before, for many lines at once and without a branch
/// that depends on whose line comes next.
extension PostfixFormat {
  /// It knows what no report needs.
  public static var siftsLines: Bool { true }

  /// Keeps the lines of the programs that are read, and all whose stamp, host or program is new.
  public func sift(
    _ stretch: borrowing Span<UInt8>, from start: Int, ends: borrowing Span<UInt32>, lines: Range<Int>
  ) -> UInt64 {
    var kept = UInt64.max
    var bit: UInt64 = 1
    var begin = start
    // No line begins behind this one as long as no form of stamp is known.
    let last = stretch.count &- frame.end &- tags.reach
    for i in lines {
      let end = Int(ends[i])
      if begin <= last, frame.fits(stretch, at: begin) {
        let number = tags.find(stretch, from: begin &+ frame.end)
        if number >= 0 {
          // What was compared may reach into the next line: a tag that this line is too short for is not its own.
          let isLongEnough = end &- begin >= frame.end &+ tags[number].count
          let isUnneeded = tags[number].program == PostfixProgram.other.rawValue
          kept &= isLongEnough && isUnneeded ? ~bit : UInt64.max
        }
      }
      bit &<<= 1
      begin = end &+ 1
    }
    return kept
  }
}
