/// Why a web server gave no answer.
public enum WebFault: Error, Sendable, Equatable {
  /// The name has no address.
  case unresolvable
  /// Nobody listens, or nothing comes through.
  case unreachable(String)
  /// Not in time.
  case timedOut
  /// The certificate cannot be trusted, or is for another name.
  case untrusted(String)
  /// Something else, in libcurl's words.
  case failed(String)
}
