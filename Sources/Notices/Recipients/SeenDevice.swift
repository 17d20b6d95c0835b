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
  /// Whether it is not known on which ports it was seen.
  public var isUncertain = false

  /// The name where it tells one device from another: not `[192.168.1.5]`, `localhost`, or what every iPhone says.
  var ownName: String? {
    guard let name = name?.lowercased(), !name.hasPrefix("["), !name.hasPrefix("localhost"), guess != .appleMail else {
      return nil
    }
    return name
  }
}
