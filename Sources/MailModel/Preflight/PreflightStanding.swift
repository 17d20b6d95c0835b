/// How far a server has come, and what is to be done next.
public struct PreflightStanding: Sendable, Equatable {
  /// The phase; nothing where the input does not tell.
  public var phase: PreflightPhase?
  /// From what it was read, or why it is not known.
  public var detail: TranslatedText
  /// What to do next.
  public var nextStep: TranslatedText

  /// Takes every part.
  public init(phase: PreflightPhase?, detail: TranslatedText, nextStep: TranslatedText) {
    self.phase = phase
    self.detail = detail
    self.nextStep = nextStep
  }
}
