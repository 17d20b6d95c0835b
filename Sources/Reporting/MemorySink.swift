/// A sink that keeps what is written.
public struct MemorySink: ByteSink, Sendable {
  /// What was written so far.
  public private(set) var bytes: [UInt8] = []

  /// An empty sink.
  public init() {}

  /// Appends the bytes.
  public mutating func write(_ bytes: [UInt8]) throws(RenderError) {
    self.bytes += bytes
  }
}
