/// A client for which no line is proposed, and why.
public struct BypassLeftOut: Codable, Sendable, Equatable {
  /// Its address.
  public var address: String
  /// Who sends from it.
  public var identities: [String]
  /// What it seems to be.
  public var guess: ClientGuess
  /// Why there is no line, and what to do instead.
  public var reason: String

  /// Takes every part.
  public init(address: String, identities: [String], guess: ClientGuess, reason: String) {
    self.address = address
    self.identities = identities
    self.guess = guess
    self.reason = reason
  }
}
