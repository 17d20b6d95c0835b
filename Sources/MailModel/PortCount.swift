/// Sessions in which an AUTH succeeded, and messages accepted while logged in.
public struct PortCount: Codable, Sendable, Equatable {
  /// Authenticated sessions.
  public var sessions: Int
  /// Messages accepted while logged in.
  public var messages: Int

  /// Takes every part.
  public init(sessions: Int = 0, messages: Int = 0) {
    self.sessions = sessions
    self.messages = messages
  }
}
