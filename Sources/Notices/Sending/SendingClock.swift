public import MailModel

/// Time, as the sending needs it.
public struct SendingClock {
  /// The moment.
  public var now: () -> Timestamp
  /// Waits so many milliseconds.
  public var wait: (Int64) -> Void

  /// Takes both.
  public init(now: @escaping () -> Timestamp, wait: @escaping (Int64) -> Void) {
    self.now = now
    self.wait = wait
  }
}
