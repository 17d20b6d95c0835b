internal import Glibc

/// Waits for work that cannot be interrupted, such as the system's resolver.
public enum LeftBehind {
  /// The result, or nothing when the time is up before; the thread is then left to end by itself.
  public static func result<Value: Sendable>(
    until deadline: ContinuousClock.Instant, _ work: @escaping @Sendable () -> Value
  ) -> Value? {
    let answer = Answer<Value>()
    WorkerThread.start { answer.set(work()) }
    while true {
      if let value = answer.get() { return value }
      guard deadline > .now else { return nil }
      usleep(2000)
    }
  }

  private final class Answer<Value: Sendable>: Sendable {
    private let value = LockedValue<Value?>(nil)
    func set(_ new: Value) { value.withLock { $0 = new } }
    func get() -> Value? { value.withLock { $0 } }
  }
}
