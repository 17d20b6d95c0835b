import ByteScanning
import LogFormats
import MailModel

/// Takes all lines with events of a source and has them looked for elsewhere, some hundred thousand at a time.
struct LineProver<Format: LogFormat>: LineConsumer {
  /// Looks for lines from between two times; whether all were found.
  typealias Search = (LineHashes, ClosedRange<Int64>?) -> Bool

  private var format: Format
  private var event = LogEvent()
  /// What is later need not be found.
  private let border: Int64
  private let search: Search
  private let lines = LineHashes()
  private var times: ClosedRange<Int64>?
  /// The line before, without its stamp.
  private var before: UInt64 = 0
  /// Whether all lines so far were found.
  private(set) var isProven = true

  init(format: Format, border: Int64?, search: @escaping Search) {
    self.format = format
    self.border = border ?? .max
    self.search = search
  }

  mutating func consume(_ line: borrowing Span<UInt8>) {
    guard isProven, format.parse(line, into: &event) == .event else { return }
    if !event.time.isUndated {
      let local = event.time.local
      guard local <= border else { return }
      times = times.map { min($0.lowerBound, local)...max($0.upperBound, local) } ?? local...local
    }
    if !Format.countsDays, mayBeFolded(line) { return }
    lines.insert(SampledLine.hash(of: line))
    if lines.isFull { finish() }
  }

  /// A line longer than any log line is is none of the others'.
  mutating func consumeOverlong(_ head: borrowing Span<UInt8>) {}

  /// Looks for the lines that are left.
  mutating func finish() {
    guard isProven, lines.count > 0 else { return }
    isProven = search(lines, times)
    lines.removeAll()
    times = nil
  }

  /// Whether a syslog daemon may have written it in another form to another file.
  ///
  /// `message repeated 3 times: [ … ]` stands where equal lines follow one another, which in `syslog` a line of somebody else
  /// may prevent. The first of the equal lines stands in both files.
  private mutating func mayBeFolded(_ line: borrowing Span<UInt8>) -> Bool {
    let text = LineProver.stampEnd(line)
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
