extension PreflightFinding {
  /// A check's judgement in a language; the remedy stands where something is to be done.
  public init(
    id: String, severity: PreflightSeverity, phase: PreflightPhase, title: TranslatedText, why: TranslatedText,
    advice: PreflightAdvice, judgement: PreflightJudgement, settings: [PreflightSetting], in language: Language
  ) {
    let isBad = judgement.verdict == .fail || judgement.verdict == .warn
    let remedy = judgement.advice ?? (isBad ? advice : nil)
    self.init(
      id: id, severity: judgement.severity ?? severity, verdict: judgement.verdict, phase: phase,
      title: title.text(in: language), detail: judgement.detail.text(in: language), why: why.text(in: language),
      remedy: remedy?.remedy(in: language), settings: settings)
  }
}
