public import MailModel

/// One way to tell what a client is.
///
/// A new one is a file in `Recognisers` and a line in `ClientRecognisers.all`.
public protocol ClientRecogniser: Sendable {
  /// What it recognises.
  var guess: ClientGuess { get }
  /// Clients that it claims.
  var claimed: [ClientExample] { get }
  /// Clients that look alike and are left to others.
  var left: [ClientExample] { get }

  /// How sure it is of this client, or nothing when the client is none of its kind.
  func confidence(for facts: ClientFacts) -> Confidence?
}
