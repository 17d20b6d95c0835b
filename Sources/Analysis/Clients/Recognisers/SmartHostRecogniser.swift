public import MailModel

/// Another mail server that hands its users' mail to this one.
public struct SmartHostRecogniser: ClientRecogniser {
  /// Makes the recogniser.
  public init() {}

  /// A mail server.
  public var guess: ClientGuess { .smartHost }

  /// Host names with a domain and more than a few senders.
  public var claimed: [ClientExample] {
    [
      .claimed("mail.example.com", senders: 25, .high),
      .claimed("exchange01.empresa.example", senders: 4, .medium),
      .claimed("WIN-6A0KEE6QVP5.example.com", senders: 9, .medium),
    ]
  }

  /// One sender, or a name without a domain.
  public var left: [ClientExample] {
    [
      .left("mail.example.com"), .left("www.example.com", senders: 2), .left("RECEPCAO", senders: 25),
      .left(nil, senders: 25),
    ]
  }

  /// Medium for some senders, high for many.
  public func confidence(for facts: ClientFacts) -> Confidence? {
    guard let name = facts.name, name.isQualified else { return nil }
    switch facts.senders {
    case .many: return .high
    case .several: return .medium
    case .few: return nil
    }
  }
}
