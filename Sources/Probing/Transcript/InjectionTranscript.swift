/// What came of sending `STARTTLS` and `NOOP` in one packet.
public struct InjectionTranscript: Sendable, Equatable {
  /// The connection.
  public var session: SessionTranscript
  /// The reply to the smuggled command behind TLS, or what came in place of replies; nothing is right.
  public var unasked: ReplyOutcome?

  /// Takes both parts.
  public init(session: SessionTranscript, unasked: ReplyOutcome?) {
    self.session = session
    self.unasked = unasked
  }
}
