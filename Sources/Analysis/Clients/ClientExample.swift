public import MailModel

/// A client that a recogniser claims or leaves to others, kept beside the rule that it explains.
public struct ClientExample: Sendable {
  /// The client.
  public let facts: ClientFacts
  /// How sure the guess is, where the recogniser claims it.
  public let confidence: Confidence?

  /// A client that the recogniser claims with this confidence, at an address of the documentation if none is given.
  public static func claimed(
    _ helo: String?, from address: UInt32 = 0xc633_6407, senders: Int = 1, serverItself: Bool = false,
    _ confidence: Confidence
  ) -> ClientExample {
    ClientExample(helo, IPAddress(ipv4: address), senders, serverItself, confidence)
  }

  /// A client that the recogniser leaves to others.
  public static func left(
    _ helo: String?, from address: UInt32 = 0xc633_6407, senders: Int = 1, serverItself: Bool = false
  ) -> ClientExample {
    ClientExample(helo, IPAddress(ipv4: address), senders, serverItself, nil)
  }

  private init(
    _ helo: String?, _ address: IPAddress, _ senders: Int, _ serverItself: Bool, _ confidence: Confidence?
  ) {
    facts = ClientFacts(helo: helo, address: address, identities: senders, isServerItself: serverItself)
    self.confidence = confidence
  }
}
