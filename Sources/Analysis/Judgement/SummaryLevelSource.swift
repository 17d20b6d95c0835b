public import MailModel

/// A source that holds only summary lines of messages (`***`), because the log level hides the dialogues.
public struct SummaryLevelSource: Codable, Sendable, Equatable {
  /// Its path as given or found.
  public var path: String
  /// Time of its first line.
  public var from: Timestamp?
  /// Time of its last line.
  public var to: Timestamp?

  /// Takes every part.
  public init(path: String, from: Timestamp? = nil, to: Timestamp? = nil) {
    self.path = path
    self.from = from
    self.to = to
  }
}
