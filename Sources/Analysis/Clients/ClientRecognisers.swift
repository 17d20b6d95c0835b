public import MailModel

/// The registry: one line for each rule, the surest first.
public enum ClientRecognisers {
  /// What a client seems to be, and how sure that is.
  public static func guess(_ facts: ClientFacts) -> (guess: ClientGuess, confidence: Confidence) { (.unknown, .low) }
}
