public import MailModel

/// Who cannot move, and what to write beside their lines.
public struct BypassChoice: Sendable {
  /// Kinds of clients that are taken for unable to move.
  public var guesses: Set<ClientGuess>
  /// Addresses that were named.
  public var addresses: Set<IPAddress>
  /// Users and senders that were named, lower case.
  public var users: Set<String>
  /// Who answers for the lines; nothing means whoever sends.
  public var owner: String?
  /// The day on which the lines should go.
  public var expires: String
  /// A named user who is seen from more addresses than these gets a line by sender.
  public var mostAddresses: Int

  /// Kinds that are taken when none is named.
  public static let usualGuesses: Set<ClientGuess> = [.printer, .webApplication, .application]

  /// Takes every part.
  public init(
    guesses: Set<ClientGuess> = usualGuesses, addresses: Set<IPAddress> = [], users: Set<String> = [],
    owner: String? = nil, expires: String, mostAddresses: Int = 4
  ) {
    self.guesses = guesses
    self.addresses = addresses
    self.users = users
    self.owner = owner
    self.expires = expires
    self.mostAddresses = mostAddresses
  }
}
