public import MailModel

/// Phone and tablet programs that keep their address to themselves and say `[127.0.0.1]`.
public struct LoopbackLiteralRecogniser: ClientRecogniser {
  /// Makes the recogniser.
  public init() {}

  /// A phone or tablet.
  public var guess: ClientGuess { .mobileMailProgram }

  /// A loopback literal from elsewhere.
  public var claimed: [ClientExample] { [.claimed("[127.0.0.1]", .low), .claimed("[IPv6:::1]", .low)] }

  /// Other literals, and the address without brackets.
  public var left: [ClientExample] { [.left("[192.168.0.5]"), .left("127.0.0.1"), .left("localhost")] }

  /// Low: server programs without a name say the same.
  public func confidence(for facts: ClientFacts) -> Confidence? {
    guard let literal = facts.name?.literal, literal.isLoopback else { return nil }
    return .low
  }
}
