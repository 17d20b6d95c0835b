/// How to learn the port of sessions whose log does not tell it.
public struct PortAdvice: Codable, Sendable, Equatable {
  /// Identifier of the log format.
  public var format: String
  /// Authenticated sessions of that format whose port is unknown.
  public var unknownSessions: Int
  /// What to do, the cheapest first; the outputs say it in the reader's language.
  public var remedies: [PortRemedy]
  /// Server names that the log shows, to be used in the commands.
  public var servers: [String]

  /// How many of these sessions a remedy would have settled at most, by its name; what cannot be told is left out.
  ///
  /// Nothing in reports of earlier versions.
  public var settles: [String: Int]?
  /// What the server runs on, where the input tells: `windows` or `linux`.
  public var platform: String?

  /// Takes every part.
  public init(
    format: String, unknownSessions: Int, remedies: [PortRemedy], servers: [String], settles: [String: Int]? = nil,
    platform: String? = nil
  ) {
    self.format = format
    self.unknownSessions = unknownSessions
    self.remedies = remedies
    self.servers = servers
    self.settles = settles
    self.platform = platform
  }
}
