/// What came of waiting for a reply.
public enum ReplyOutcome: Sendable, Equatable {
  /// A whole reply.
  case reply(SMTPReply)
  /// Something that is no SMTP.
  case foreign(String)
  /// Not a whole reply before the deadline; whether a part of it came.
  case timedOut(hasPart: Bool)
  /// The server hung up.
  case closed

  /// The reply, if one came.
  public var reply: SMTPReply? {
    guard case .reply(let reply) = self else { return nil }
    return reply
  }

  /// In words, for people.
  public var text: String {
    switch self {
    case .reply(let reply): reply.text
    case .foreign(let text): "no SMTP: \(text)"
    case .timedOut(let hasPart): hasPart ? "a reply that was not finished in time" : "no reply in time"
    case .closed: "the server hung up"
    }
  }
}
