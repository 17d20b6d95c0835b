/// One thing to know about a server before its users are moved.
public protocol PreflightCheck: Sendable {
  /// What is known of the server.
  associatedtype Evidence
  /// For instance `C12`.
  var id: String { get }
  /// How much hangs on it.
  var severity: PreflightSeverity { get }
  /// The phase that must not begin before it is right.
  var phase: PreflightPhase { get }
  /// What should be so.
  var title: TranslatedText { get }
  /// Why it matters to the move.
  var why: TranslatedText { get }
  /// How to put it right.
  var advice: PreflightAdvice { get }

  /// Judges what is known.
  func judge(_ evidence: Evidence) throws(PreflightUnknown) -> PreflightJudgement
  /// The settings that were judged.
  func settings(_ evidence: Evidence) -> [PreflightSetting]
}

extension PreflightCheck {
  /// The finding as it stands in the report.
  public func finding(_ evidence: Evidence, in language: Language) -> PreflightFinding {
    let judgement: PreflightJudgement
    do throws(PreflightUnknown) {
      judgement = try judge(evidence)
    } catch {
      judgement = PreflightJudgement(.notRun, error.reason)
    }
    return PreflightFinding(
      id: id, severity: severity, phase: phase, title: title, why: why, advice: advice, judgement: judgement,
      settings: settings(evidence), in: language)
  }
}
