public import MailModel

/// A web application that does not know the name of its site and says `localhost.localdomain`, as PHP mailers do.
public struct LocalDomainNameRecogniser: ClientRecogniser {
  /// Makes the recogniser.
  public init() {}

  /// A web application.
  public var guess: ClientGuess { .webApplication }

  /// The name in any case.
  public var claimed: [ClientExample] {
    [.claimed("localhost.localdomain", .medium), .claimed("LocalHost.LocalDomain", from: 0x0a00_0005, .medium)]
  }

  /// Its relatives.
  public var left: [ClientExample] {
    [.left("localhost"), .left("www.localdomain"), .left("localhost.localdomain.example.com")]
  }

  /// Medium for the very name.
  public func confidence(for facts: ClientFacts) -> Confidence? {
    facts.name?.folded == "localhost.localdomain" ? .medium : nil
  }
}
