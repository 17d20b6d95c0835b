/// One command and what came of it.
public struct Exchange: Sendable, Equatable {
  /// The command without its line end; nothing for the greeting.
  public var command: String?
  /// What the server said.
  public var outcome: ReplyOutcome
  /// How long that took.
  public var milliseconds: Double
  /// Whether it went through TLS.
  public var isBehindTLS: Bool

  /// Takes every part.
  public init(command: String?, outcome: ReplyOutcome, milliseconds: Double = 0, isBehindTLS: Bool = false) {
    self.command = command
    self.outcome = outcome
    self.milliseconds = milliseconds
    self.isBehindTLS = isBehindTLS
  }
}
