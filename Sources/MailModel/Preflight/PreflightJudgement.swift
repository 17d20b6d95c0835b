/// What a check says of a server's settings, before a language is chosen.
public struct PreflightJudgement: Sendable, Equatable {
  /// The verdict.
  public var verdict: PreflightVerdict
  /// What was found.
  public var detail: TranslatedText
  /// The weight of this finding, where it is not that of the check.
  public var severity: PreflightSeverity?
  /// The remedy of this finding, where it is not that of the check.
  public var advice: PreflightAdvice?

  /// Takes every part.
  public init(
    _ verdict: PreflightVerdict, _ detail: TranslatedText, severity: PreflightSeverity? = nil,
    advice: PreflightAdvice? = nil
  ) {
    self.verdict = verdict
    self.detail = detail
    self.severity = severity
    self.advice = advice
  }
}
