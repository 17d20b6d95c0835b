import ByteScanning
import Synchronization

/// Standard input, which can be read once only: its head is looked at, and then one worker takes it.
///
/// Checked by hand: `file` is touched by the planner before it is shared, and afterwards only by the one worker that wins
/// `isTaken`.
final class StandardInputSource: @unchecked Sendable {
  private let file: PackedFile
  private let isTaken = Atomic<Bool>(false)

  init(_ file: PackedFile) { self.file = file }

  /// Passes over what an earlier run read; the hash of the last bytes of that, or nothing when there is not so much.
  func skip(to place: Int64) -> UInt64? { file.skip(to: place) }

  /// Whether there is no further byte.
  func isAtEnd() -> Bool { file.isAtEnd() }

  /// Keeps in mind what the last bytes were.
  func rememberTail() { file.rememberTail() }

  /// Reads it to its end; a second call reads nothing.
  func scan<C: LineConsumer>(into consumer: inout C) -> ScanResult {
    guard !isTaken.exchange(true, ordering: .acquiringAndReleasing) else { return ScanResult() }
    return file.scan(into: &consumer)
  }
}
