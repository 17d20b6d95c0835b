/// How a setting is put right.
public struct PreflightRemedy: Codable, Sendable, Equatable {
  /// What to do, in words.
  public var advice: String
  /// Where in the console; null where the server has none.
  public var console: PreflightConsole?
  /// What to type, one command on a line; null where no command does it.
  public var command: String?

  /// Takes every part.
  public init(advice: String, console: PreflightConsole?, command: String?) {
    self.advice = advice
    self.console = console
    self.command = command
  }

  /// Writes every name, also of what is null.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(advice, forKey: .advice)
    try container.encode(console, forKey: .console)
    try container.encode(command, forKey: .command)
  }
}
