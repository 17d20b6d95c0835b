import ByteScanning

/// Notes which of some lines stand among those that it is given.
struct LineMarker: LineConsumer {
  private let lines: LineHashes

  init(_ lines: LineHashes) { self.lines = lines }

  mutating func consume(_ line: borrowing Span<UInt8>) { lines.find(SampledLine.hash(of: line)) }

  mutating func consumeOverlong(_ head: borrowing Span<UInt8>) {}
}
