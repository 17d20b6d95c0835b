import ByteScanning

/// Looks for lines among all that it is given.
struct LineFinder: LineConsumer {
  private var wanted: Set<UInt64>
  private(set) var found: Set<UInt64> = []

  init(_ wanted: Set<UInt64>) { self.wanted = wanted }

  mutating func consume(_ line: borrowing Span<UInt8>) {
    let hash = SampledLine.hash(of: line)
    if wanted.contains(hash) { found.insert(hash) }
  }

  mutating func consumeOverlong(_ head: borrowing Span<UInt8>) {}
}
