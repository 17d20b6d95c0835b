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
  private var folded = FoldedLines()
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
    if !Format.countsDays, folded.mayHold(line) { return }
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
}
