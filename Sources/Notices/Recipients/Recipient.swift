public import MailModel

/// Somebody who is to be told.
public struct Recipient: Sendable, Equatable {
  /// As in the report.
  public var identity: String
  /// The mailbox.
  public var address: NoticeAddress
  /// The language of the notice.
  public var language: Language
  /// How far the identity has moved.
  public var readiness: Readiness
  /// What to change, most used first.
  public var devices: [SeenDevice]
  /// What the most used device seems to be.
  public var guess: ClientGuess
  /// When a port to be closed was last used, or refused, as far as that is known.
  public var lastUse: Timestamp?
  /// Whether messages of theirs are being refused already.
  public var isRefused = false
  /// Whether the program reaches a port for submission already, and does not log in there.
  public var lacksLogin = false
}
