public import MailModel

/// The recognisers, in order of reliability.
public enum ClientRecognisers {
  /// All of them; the first that claims a client decides.
  public static let all: [any ClientRecogniser] = [
    ServerItselfRecogniser(),
    AppleMailRecogniser(),
    PrinterRecogniser(),
    LocalDomainNameRecogniser(),
    LocalhostRecogniser(),
    LoopbackLiteralRecogniser(),
    AddressLiteralRecogniser(),
    WindowsNameRecogniser(),
    SmartHostRecogniser(),
  ]

  /// What a client seems to be and how sure that is; `unknown` with `low` when nobody claims it.
  public static func guess(_ facts: ClientFacts) -> (guess: ClientGuess, confidence: Confidence) {
    for recogniser in all {
      if let confidence = recogniser.confidence(for: facts) { return (recogniser.guess, confidence) }
    }
    return (.unknown, .low)
  }
}
