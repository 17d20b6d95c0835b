public import MailModel

/// One assertion about a port, P01 to P41: what has to be said to judge it, and the judgement over what was said.
public protocol ProbeRule: Sendable {
  /// For instance `P06`.
  var id: String { get }
  /// What is asserted.
  var title: String { get }
  /// How much hangs on it.
  var severity: ProbeSeverity { get }
  /// Where it is written, for instance `RFC 3207 section 4`.
  var rule: String { get }
  /// What to change when it fails or warns, in the terms of IceWarp, Postfix and Exim; nothing where the network is to blame.
  var remedy: String { get }
  /// The ports it bears on.
  var modes: Set<ProbeMode> { get }

  /// What has to be said.
  func steps(for options: ProbeOptions) -> [ProbeStep]
  /// Judges what was said; nothing is asked any more.
  func result(from evidence: ProbeEvidence) -> Judgement
}

extension ProbeRule {
  /// The dialogue that is had with every target.
  public func steps(for options: ProbeOptions) -> [ProbeStep] { [.dialogue] }

  /// The check as it stands in the result.
  func check(_ evidence: ProbeEvidence) -> ProbeCheck {
    let judgement = result(from: evidence)
    let isBad = judgement.verdict == .fail || judgement.verdict == .warn
    let remedy = judgement.remedy ?? remedy
    return ProbeCheck(
      id: id, title: title, severity: severity, verdict: judgement.verdict, detail: judgement.detail, rule: rule,
      remedy: isBad && !remedy.isEmpty ? remedy : nil)
  }
}
