public import MailModel

/// The server talking to itself: web mail, ActiveSync and the programs that come with it.
public struct ServerItselfRecogniser: ClientRecogniser {
  /// Makes the recogniser.
  public init() {}

  /// Web mail.
  public var guess: ClientGuess { .webMail }

  /// Loopback, and an address of the server, whatever the name.
  public var claimed: [ClientExample] {
    [
      .claimed("localhost", from: 0x7f00_0001, .high),
      .claimed(nil, from: 0x7f00_0001, .high),
      .claimed("mail.example.com", from: 0xc000_0201, senders: 40, serverItself: true, .high),
      .claimed("[127.0.0.1]", from: 0x7f00_0005, .high),
    ]
  }

  /// A loopback name from elsewhere.
  public var left: [ClientExample] { [.left("localhost"), .left("[127.0.0.1]"), .left(nil, from: 0x0a00_0005)] }

  /// High for loopback and for the server's own addresses.
  public func confidence(for facts: ClientFacts) -> Confidence? {
    facts.isServerItself ? .high : nil
  }
}
