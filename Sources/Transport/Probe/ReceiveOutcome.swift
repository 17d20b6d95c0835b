/// What came of waiting for bytes.
public enum ReceiveOutcome: Sendable, Equatable {
  /// At least one byte.
  case bytes([UInt8])
  /// Nothing until the deadline.
  case timedOut
  /// The other side ended the connection.
  case closed
}
