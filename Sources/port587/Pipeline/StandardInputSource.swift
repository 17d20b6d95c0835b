import ByteScanning
import Synchronization

/// Standard input, which can be read once only: its head is looked at, and then one worker takes it.
final class StandardInputSource: Sendable {
  private let file: Mutex<PackedFile?>

  init(_ file: sending PackedFile) { self.file = Mutex(file) }

  /// Reads it to its end; a second call reads nothing.
  func scan<C: LineConsumer>(into consumer: inout C) -> ScanResult {
    file.withLock { file in
      defer { file = nil }
      return file?.scan(into: &consumer) ?? ScanResult()
    }
  }
}
