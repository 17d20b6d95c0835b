import Synchronization

/// A sum that several threads add to.
final class Counter: Sendable {
  private let value = Mutex(0)
  func add(_ number: Int) { value.withLock { $0 += number } }
  var sum: Int { value.withLock { $0 } }
}
