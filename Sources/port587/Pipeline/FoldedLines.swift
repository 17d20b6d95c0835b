import ByteScanning

/// Knows lines that a syslog daemon may have written in another form to another file.
///
/// `message repeated 3 times: [ … ]` stands where equal lines follow one another, which in `syslog` a line of somebody else
/// may prevent. The first of the equal lines stands in both files.
struct FoldedLines {
  /// The line before, without its stamp.
  private var before: UInt64 = 0

  /// Whether the next line with an event may have another form elsewhere.
  mutating func mayHold(_ line: borrowing Span<UInt8>) -> Bool {
    let text = FoldedLines.stampEnd(line)
    let hash = SampledLine.hash(of: line.extracting(text..<line.count))
    defer { before = hash }
    if hash == before { return true }
    var i = text
    while i + 1 < line.count, line[i] != UInt8(ascii: ":") || line[i + 1] != UInt8(ascii: " ") { i += 1 }
    return line.hasPrefix("message repeated ", at: i + 2)
  }

  /// Where the stamp ends: `Nov 16 10:00:00` or `2026-11-16T10:00:00.123456+00:00`.
  private static func stampEnd(_ line: borrowing Span<UInt8>) -> Int {
    guard line.count > 0, line[0] &- 0x30 < 10 else { return min(15, line.count) }
    var i = 0
    while i < line.count, line[i] != 0x20 { i += 1 }
    return i
  }
}
