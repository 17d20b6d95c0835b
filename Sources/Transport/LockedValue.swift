internal import Glibc

/// A value that several threads change, one at a time.
///
/// Not `Synchronization.Mutex`: the thread sanitizer does not see that lock and takes every use of the value behind it for a
/// race, so that true races would drown. Checked by hand: `value` is touched between lock and unlock only.
@safe public final class LockedValue<Value: Sendable>: @unchecked Sendable {
  // A lock of the C library must not move; so it is no stored property.
  private let lock: UnsafeMutablePointer<pthread_mutex_t>
  private var value: Value

  /// Takes the first value.
  public init(_ value: Value) {
    self.value = value
    unsafe lock = .allocate(capacity: 1)
    unsafe lock.initialize(to: pthread_mutex_t())
    let code = unsafe pthread_mutex_init(lock, nil)
    precondition(code == 0, "no lock: error \(code)")
  }

  deinit {
    unsafe pthread_mutex_destroy(lock)
    unsafe lock.deallocate()
  }

  /// Looks at the value or changes it while nobody else does.
  public func withLock<Result: Sendable>(_ body: (inout Value) -> Result) -> Result {
    unsafe pthread_mutex_lock(lock)
    defer { unsafe _ = pthread_mutex_unlock(lock) }
    return body(&value)
  }
}
