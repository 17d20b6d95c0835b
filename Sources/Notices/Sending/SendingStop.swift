/// Why a run ended before everybody was told.
public enum SendingStop: Sendable, Equatable {
  /// The server wants to be left alone; the next run goes on.
  case server(String)
  /// The server cannot be reached; the next run goes on.
  case unreachable(String)
  /// Login, certificate or sender are wrong: an administrator has to look.
  case settings(String)

  /// The reason in words.
  public var reason: String {
    switch self {
    case .server(let reason), .unreachable(let reason), .settings(let reason): reason
    }
  }
}
