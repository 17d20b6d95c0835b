public import MailModel

/// A script or program that says `localhost` from another machine.
public struct LocalhostRecogniser: ClientRecogniser {
  /// Makes the recogniser.
  public init() {}

  /// A program.
  public var guess: ClientGuess { .application }

  /// The name in any case.
  public var claimed: [ClientExample] {
    [.claimed("localhost", .low), .claimed("LOCALHOST", from: 0x0a00_0005, senders: 3, .low)]
  }

  /// The server itself, and its relatives.
  public var left: [ClientExample] { [.left("localhost.localdomain"), .left("localhost2"), .left("[127.0.0.1]")] }

  /// Low: old phone programs and malware say the same.
  public func confidence(for facts: ClientFacts) -> Confidence? {
    facts.name?.folded == "localhost" ? .low : nil
  }
}
