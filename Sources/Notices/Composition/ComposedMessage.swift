/// A message that is ready to leave, or to be looked at.
public struct ComposedMessage: Sendable, Equatable {
  /// With angle brackets.
  public var messageID: String
  /// What it is about.
  public var subject: String
  /// The client whose instructions it gives.
  public var client: String
  /// The message, CRLF line ends, ASCII.
  public var bytes: [UInt8]
}
