public import MailModel

/// Apple Mail of the last years, which hides the name of the Mac or iPhone behind `smtpclient.apple`.
public struct AppleMailRecogniser: ClientRecogniser {
  /// Makes the recogniser.
  public init() {}

  /// Apple Mail; the name does not tell a Mac from an iPhone.
  public var guess: ClientGuess { .appleMail }

  /// The one name it uses.
  public var claimed: [ClientExample] {
    [.claimed("smtpclient.apple", .high), .claimed("SMTPCLIENT.APPLE.", from: 0x0a00_0005, .high)]
  }

  /// Names that contain it.
  public var left: [ClientExample] {
    [.left("smtpclient.apple.example.com"), .left("smtpclient"), .left("mail.apple.example"), .left(nil)]
  }

  /// High for the very name.
  public func confidence(for facts: ClientFacts) -> Confidence? {
    facts.name?.folded == "smtpclient.apple" ? .high : nil
  }
}
