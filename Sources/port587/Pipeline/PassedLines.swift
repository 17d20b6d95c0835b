import ByteScanning

/// Counts lines without reading them.
struct PassedLines: LineConsumer {
  private var number = 0

  static var takesStretches: Bool { true }

  mutating func consume(_ stretch: borrowing Span<UInt8>, from start: Int, ends: borrowing Span<UInt32>) {
    number += ends.count
  }

  mutating func consume(_ line: borrowing Span<UInt8>) { number += 1 }

  mutating func consumeOverlong(_ head: borrowing Span<UInt8>) { number += 1 }

  /// Closes the piece.
  func finish(_ result: ScanResult) -> LineCounts {
    var counts = LineCounts()
    counts.lines = number
    counts.ignored = number
    counts.bytes = result.bytes
    counts.tail = result.tail
    counts.leavesHalfLine = result.leavesHalfLine
    counts.fault = result.fault.map { $0.description }
    return counts
  }
}
