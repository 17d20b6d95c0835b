import Analysis
import ByteScanning
import LogFormats

/// Gives a scanner the lines of a source that stand in no other one.
struct PassageSkipper<Format: LogFormat>: LineConsumer {
  private(set) var scanner: LineScanner<Format>
  private let passages: [Range<Int>]
  private var next = 0
  private var number = 0

  init(_ scanner: consuming LineScanner<Format>, _ passages: LinePassages) {
    self.scanner = scanner
    self.passages = passages.ranges
  }

  mutating func consume(_ line: borrowing Span<UInt8>) {
    if isRepeated() { scanner.passOver(line.count) } else { scanner.consume(line) }
  }

  mutating func consumeOverlong(_ head: borrowing Span<UInt8>) {
    if isRepeated() { scanner.passOver(head.count) } else { scanner.consumeOverlong(head) }
  }

  /// Whether the line that comes now is one of the passages'.
  private mutating func isRepeated() -> Bool {
    defer { number += 1 }
    while next < passages.count, passages[next].upperBound <= number { next += 1 }
    return next < passages.count && passages[next].contains(number)
  }

  /// Closes the piece.
  mutating func finish(_ result: ScanResult) -> LineCounts { scanner.finish(result) }
}
