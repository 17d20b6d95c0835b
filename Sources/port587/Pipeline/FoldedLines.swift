import ByteScanning

/// Knows lines that a syslog daemon may have written in another form to another file.
///
/// `message repeated 3 times: [ … ]` stands where equal lines follow one another, which in `syslog` a line of somebody else
/// may prevent. The first of the equal lines stands in both files.
struct FoldedLines {
  /// The line before, without its stamp.
  private var before: UInt64?

  /// - Parameter isAtBegin: whether the first line that it is given has no line before it; else that one may be as this one.
  init(isAtBegin: Bool = true) { before = isAtBegin ? 0 : nil }

  /// Whether the next line with an event may have another form elsewhere.
  mutating func mayHold(_ line: borrowing Span<UInt8>) -> Bool {
    let text = FoldedLines.stampEnd(line)
    let hash = SampledLine.hash(of: line, from: text)
    let isAsBefore = before.map { $0 == hash } ?? true
    before = hash
    if isAsBefore { return true }
    var place = line.firstIndex(of: UInt8(ascii: ":"), from: text)
    while let colon = place, colon &+ 1 < line.count {
      if line[colon &+ 1] == UInt8(ascii: " ") { return line.hasPrefix("message repeated ", at: colon &+ 2) }
      place = line.firstIndex(of: UInt8(ascii: ":"), from: colon &+ 1)
    }
    return false
  }

  /// Where the stamp ends: `Nov 16 10:00:00` or `2026-11-16T10:00:00.123456+00:00`.
  private static func stampEnd(_ line: borrowing Span<UInt8>) -> Int {
    guard line.count > 0, line[0] &- 0x30 < 10 else { return min(15, line.count) }
    return line.firstIndex(of: 0x20) ?? line.count
  }
}
