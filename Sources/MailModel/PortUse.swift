/// An identity on one port.
public struct PortUse: Codable, Sendable, Equatable {
  /// Sessions in which this identity logged in.
  public var sessions: Int
  /// Messages accepted in those logins.
  public var messages: Int
  /// Begin of the first such session.
  public var firstAt: Timestamp
  /// Begin of the last such session.
  public var lastAt: Timestamp

  /// Takes every part.
  public init(sessions: Int = 0, messages: Int = 0, firstAt: Timestamp, lastAt: Timestamp) {
    self.sessions = sessions
    self.messages = messages
    self.firstAt = firstAt
    self.lastAt = lastAt
  }
}
