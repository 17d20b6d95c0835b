internal import ByteScanning
public import MailModel

/// What becomes of a message is in lines of other programs, with its queue id:
///
/// ```
/// Nov 23 09:00:03 mail postfix/smtp[109]: 1CAA566A01: to=<x@example.net>, relay=mx.example.net[203.0.113.9]:25, …
/// ```
///
/// They are not needed but while a message is followed, so `parse` says `.ignored` of them.
extension PostfixFormat {
  /// qmgr, smtp, lmtp, local, virtual and pipe say it.
  public static var hasDeliveries: Bool { true }

  /// The queue id of a line whose tag `sift` has told.
  public func message(of line: borrowing Span<UInt8>, kind: UInt8) -> UInt64? {
    guard kind != SiftedKinds.unknown, distrusted == 0,
      let process = PostfixProcess(line, from: frame.end &+ tags[Int(kind) &- 1].count &- 1)
    else { return nil }
    return PostfixFormat.number(line, process.textStart..<line.endOfAlphanumerics(from: process.textStart))
  }

  /// `QueueID.number`, with eight bytes loaded at once.
  @inline(__always)
  private static func number(_ line: borrowing Span<UInt8>, _ range: Range<Int>) -> UInt64 {
    var number = QueueID.start
    var i = range.lowerBound
    while i < range.upperBound {
      guard i <= line.count &- 8 else { return QueueID.number(line, range) }
      var word = line.word64(at: i)
      let end = min(i &+ 8, range.upperBound)
      while i < end {
        number = QueueID.appending(UInt8(truncatingIfNeeded: word), to: number)
        word >>= 8
        i &+= 1
      }
    }
    return number
  }

  /// Reads such a line.
  public mutating func readDelivery(_ line: borrowing Span<UInt8>, into event: inout LogEvent) -> Bool {
    guard line.count >= frame.end &+ tags.reach, frame.fits(line) else { return readWholeDelivery(line, into: &event) }
    let number = tags.find(line, from: frame.end)
    guard number >= 0 else { return readWholeDelivery(line, into: &event) }
    let tag = tags[number]
    guard !PostfixProgram.isUnneeded(tag.program, keepsDeliveries: true),
      let program = PostfixProgram(rawValue: tag.program),
      let process = PostfixProcess(line, from: frame.end &+ tag.count &- 1)
    else { return false }
    guard let time = frame.time(of: line) else { return readWholeDelivery(line, into: &event) }
    event.time = time
    event.key.high = tag.host
    return PostfixDeliveryLine.read(line, of: program, from: process.textStart, into: &event)
  }

  /// Reads it without knowing anything of the lines before it.
  @inline(never)
  private mutating func readWholeDelivery(_ line: borrowing Span<UInt8>, into event: inout LogEvent) -> Bool {
    guard let header = SyslogHeader.find(in: line) else { return false }
    let program = PostfixProgram(line, header: header)
    guard !PostfixProgram.isUnneeded(program.rawValue, keepsDeliveries: true),
      let process = PostfixProcess(line, from: header.tagEnd), let time = clock.time(of: line, header: header)
    else { return false }
    learn(line, header: header, time: time)
    event.time = time
    event.key.high = word(of: line, header: header)
    return PostfixDeliveryLine.read(line, of: program, from: process.textStart, into: &event)
  }
}
