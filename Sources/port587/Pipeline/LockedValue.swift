import Foundation

/// A value that several threads change, one at a time.
///
/// Not `Synchronization.Mutex`: the thread sanitizer does not see that lock and takes every use of the value behind it for
/// a race, so that true races would drown. Checked by hand: `value` is touched between `lock` and `unlock` only.
final class LockedValue<Value: Sendable>: @unchecked Sendable {
  private let lock = NSLock()
  private var value: Value

  init(_ value: Value) { self.value = value }

  /// Looks at the value or changes it while nobody else does.
  func withLock<Result: Sendable>(_ body: (inout Value) -> Result) -> Result {
    lock.lock()
    defer { lock.unlock() }
    return body(&value)
  }
}
