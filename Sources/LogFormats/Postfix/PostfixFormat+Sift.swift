internal import ByteScanning
public import MailModel

/// Half of the lines are of programs whose lines are not needed.
///
/// ```
/// May 16 00:00:02 mail postfix/cleanup[512]: 30DC6BAEA29: message-id=<…>
/// May 16 00:00:02 mail postfix/lmtp[733]: 30DC6BAEA29: to=<…>, relay=…, status=sent (250 2.0.0 Ok)
/// ```
///
/// They are told by stamp, host and program, which are those of lines before, for many lines at once and without a branch
/// that depends on whose line comes next. Of the others the number of their tag is kept, so that it is not looked for again.
extension PostfixFormat {
  /// It knows what no report needs.
  public static var siftsLines: Bool { true }

  /// Keeps the lines of the programs that are read, and all whose stamp, host or program is new.
  public func sift(
    _ stretch: borrowing Span<UInt8>, from start: Int, ends: borrowing Span<UInt32>, lines: Range<Int>,
    naming named: inout SiftedKinds
  ) -> UInt64 {
    var unneeded: UInt64 = 0
    var begin = start
    // No line begins behind this one as long as no form of stamp is known.
    let last = stretch.count &- frame.end &- tags.reach
    for i in 0..<min(lines.count, 64) {
      let end = Int(ends[lines.lowerBound &+ i])
      var number = -1
      if begin <= last, frame.fits(stretch, at: begin) { number = tags.find(stretch, from: begin &+ frame.end) }
      // What was compared may reach into the next line: a tag that this line is too short for is not its own.
      if number >= 0, end &- begin > frame.end &+ tags[number].count {
        named[i] = UInt8(truncatingIfNeeded: number &+ 1)
        let isUnneeded = PostfixProgram.isUnneeded(tags[number].program, keepsDeliveries: keepsDeliveries)
        unneeded |= (isUnneeded ? 1 : 0) &<< UInt64(i)
      } else {
        named[i] = SiftedKinds.unknown
      }
      begin = end &+ 1
    }
    return ~unneeded
  }

  /// Reads a line of which `sift` has told the tag.
  public mutating func parse(_ line: borrowing Span<UInt8>, kind: UInt8, into event: inout LogEvent) -> LineOutcome {
    guard kind != SiftedKinds.unknown, distrusted == 0 else {
      distrusted = max(distrusted &- 1, 0)
      return parse(line, into: &event)
    }
    return parseKnown(line, Int(kind) &- 1, into: &event)
  }
}
