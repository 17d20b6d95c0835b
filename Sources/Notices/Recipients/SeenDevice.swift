public import MailModel

/// A device that was seen on a port to be closed, or refused there.
public struct SeenDevice: Sendable, Equatable {
  /// Its address.
  public var address: String
  /// The name it gave.
  public var name: String?
  /// What it seems to be.
  public var guess: ClientGuess
  /// When it was last seen on a port to be closed, or refused.
  public var lastAt: Timestamp?
  /// Logins on ports to be closed.
  public var logins: Int
  /// Whether it has used nothing but ports for submission since.
  public var hasMoved = false
}
