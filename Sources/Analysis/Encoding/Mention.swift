public import MailModel

/// A row that names somebody, as text.
public struct Mention: Sendable, Equatable {
  /// `login`, `refusal`, `relay` or `failedLogin`.
  public var what: String
  /// Port number or `unknown`.
  public var port: String
  /// The client's address; nothing when it is counted together with others.
  public var address: String?
  /// The client's HELO name.
  public var helo: String?
  /// How many sessions, refusals or failed logins.
  public var sessions: Int
  /// How many messages.
  public var messages: Int
  /// Begin of the last such session.
  public var lastAt: Timestamp?
}
