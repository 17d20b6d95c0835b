/// Where an output writes: a file, standard output, memory.
public protocol ByteSink {
  /// Takes all of the bytes, or throws `RenderError.sink`.
  mutating func write(_ bytes: [UInt8]) throws(RenderError)
}
