import Analysis
import ByteScanning
import LogFormats

/// Gives a scanner the lines of a source that stand in no other one.
struct PassageSkipper<Format: LogFormat>: LineConsumer {
  private(set) var scanner: LineScanner<Format>
  private let passages: [Range<Int>]
  private var next = 0
  private var number = 0

  static var takesStretches: Bool { LineScanner<Format>.takesStretches }

  init(_ scanner: consuming LineScanner<Format>, _ passages: LinePassages) {
    self.scanner = scanner
    self.passages = passages.ranges
  }

  mutating func consume(_ stretch: borrowing Span<UInt8>, from start: Int, ends: borrowing Span<UInt32>) {
    var first = 0
    var begin = start
    while first < ends.count {
      let (isRepeated, count) = upcoming(ends.count &- first)
      let behind = first &+ count
      let end = Int(ends[behind &- 1]) &+ 1
      if isRepeated {
        scanner.passOver(count, bytes: end &- begin)
      } else {
        scanner.consume(stretch, from: begin, ends: ends.extracting(first..<behind))
      }
      begin = end
      first = behind
    }
  }

  mutating func consume(_ line: borrowing Span<UInt8>) {
    if upcoming(1).isRepeated { scanner.passOver(1, bytes: line.count &+ 1) } else { scanner.consume(line) }
  }

  mutating func consumeOverlong(_ head: borrowing Span<UInt8>) {
    if upcoming(1).isRepeated { scanner.passOver(1, bytes: head.count) } else { scanner.consumeOverlong(head) }
  }

  /// Whether the lines that come now are of a passage, and how many of them, `most` at most.
  private mutating func upcoming(_ most: Int) -> (isRepeated: Bool, count: Int) {
    while next < passages.count, passages[next].upperBound <= number { next += 1 }
    guard next < passages.count else { return (false, most) }
    let isRepeated = passages[next].lowerBound <= number
    let count = min(most, (isRepeated ? passages[next].upperBound : passages[next].lowerBound) - number)
    number += count
    return (isRepeated, count)
  }

  /// Closes the piece.
  mutating func finish(_ result: ScanResult) -> LineCounts { scanner.finish(result) }
}
