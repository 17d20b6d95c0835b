import MailModel

/// Lines of sessions that began before the piece in which they stand, kept until the piece before is known.
struct StrayLines: Sendable {
  /// One such line: its event, its bytes and its place.
  struct Line: Sendable {
    var event: LogEvent
    var bytes: Range<Int>
    var mark: LineMark
  }

  private(set) var lines: [Line] = []
  private(set) var bytes: [UInt8] = []

  mutating func append(_ event: LogEvent, _ line: borrowing Span<UInt8>, _ mark: LineMark) {
    let start = bytes.count
    // An AUTH answer is kept like any other line until it is settled, and falls with the piece.
    for i in 0..<line.count { bytes.append(line[i]) }
    lines.append(Line(event: event, bytes: start..<bytes.count, mark: mark))
  }
}
