/// Why nothing is known of a name's SRV records.
public enum ServiceRecordFault: Error, Sendable, Equatable {
  /// No server answered in time, or it failed.
  case noAnswer
  /// The answer could not be read.
  case broken
}
