/// What came of sending `STARTTLS` and `NOOP` in one packet.
public struct InjectionTranscript: Sendable, Equatable {
  /// The connection.
  public var session: SessionTranscript
  /// What came after the handshake before anything was said there; silence is right.
  public var unasked: ReplyOutcome?

  /// Takes both parts.
  public init(session: SessionTranscript, unasked: ReplyOutcome?) {
    self.session = session
    self.unasked = unasked
  }
}
