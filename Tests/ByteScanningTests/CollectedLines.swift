import ByteScanning

/// A consumer that keeps everything.
struct CollectedLines: LineConsumer {
  var lines: [[UInt8]] = []
  var overlong: [Int] = []
  /// Called before each line is taken.
  var before: () -> Void = {}

  mutating func consume(_ line: borrowing Span<UInt8>) {
    before()
    lines.append(line.copy(0..<line.count))
  }

  mutating func consumeOverlong(_ head: borrowing Span<UInt8>) {
    overlong.append(head.count)
  }

  /// The lines as text.
  var text: [String] { lines.map { String(decoding: $0, as: UTF8.self) } }
}
