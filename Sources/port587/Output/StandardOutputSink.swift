import Reporting

/// Standard output as a place where an output writes; a reader that has gone away is no error.
struct StandardOutputSink: ByteSink {
  mutating func write(_ bytes: [UInt8]) throws(RenderError) {
    do {
      try Console.out(bytes)
    } catch {
      throw .sink("\(error)")
    }
  }
}
