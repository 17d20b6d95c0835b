/// What came of opening a TCP connection.
public enum ConnectOutcome: Sendable, Equatable {
  /// It stands.
  case open
  /// The host answered that nobody listens.
  case refused
  /// Nothing answered in time.
  case timedOut
  /// This machine or the network on the way has no route there; the reason in the system's words.
  case unroutable(String)
  /// Something else went wrong on this machine.
  case failed(String)
}
