/// Why a host name led to no address.
public enum NameFault: Error, Sendable, Equatable {
  /// The resolver said so, in its words.
  case unresolvable(String)
  /// The resolver did not answer, or not in time.
  case timedOut
}
