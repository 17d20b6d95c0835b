/// How far a connection to a port came.
public enum Reachability: String, Sendable, Codable, CaseIterable {
  /// A greeting, or on a TLS port a handshake or an answer in clear.
  case open
  /// The host says that nobody listens.
  case refused
  /// No TCP connection: nothing answered, or there is no way there.
  case timedOut
  /// Connected, and no complete greeting or handshake before the deadline.
  case silent
  /// Connected, and hung up on before the greeting or the handshake.
  case closed
  /// The name led to no address.
  case unresolvable
}
