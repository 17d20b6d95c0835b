public import MailModel

/// Thunderbird and others that say the address of their own machine: `[192.168.0.5]`, `[IPV6:2001:db8::5]`.
///
/// Behind an address translator the literal is another than the address that the server sees.
public struct AddressLiteralRecogniser: ClientRecogniser {
  /// Makes the recogniser.
  public init() {}

  /// A mail program on a computer.
  public var guess: ClientGuess { .desktopMailProgram }

  /// Private addresses, IPv6 in both spellings, and the client's own public address.
  public var claimed: [ClientExample] {
    [
      .claimed("[192.168.0.5]", .medium),
      .claimed("[10.0.0.5]", from: 0x0a00_0005, .medium),
      .claimed("[IPV6:2001:db8::5]", .medium),
      .claimed("[IPv6:fe80::1c2:3ff:fe04:5]", .medium),
      .claimed("[198.51.100.7]", from: 0xc633_6407, .medium),
    ]
  }

  /// Loopback, a public address of somebody else, and what only looks like a literal.
  public var left: [ClientExample] {
    [.left("[127.0.0.1]"), .left("[203.0.113.9]"), .left("192.168.0.5"), .left("[192.168.0.555]"), .left("[IPv6:]")]
  }

  /// Medium; a public IPv4 literal must be the address that the client comes from.
  public func confidence(for facts: ClientFacts) -> Confidence? {
    guard let literal = facts.name?.literal, !literal.isLoopback else { return nil }
    return !literal.isIPv4 || literal.isPrivate || facts.saysOwnAddress ? .medium : nil
  }
}
