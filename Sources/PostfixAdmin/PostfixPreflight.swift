public import MailModel

/// Puts what the checks say about a Postfix into one report.
public enum PostfixPreflight {
  /// Judges what is known; clock and version come in.
  public static func report(
    _ evidence: PostfixEvidence, in language: Language, generator: Generator, at time: Timestamp,
    sources: [PreflightSource]
  ) -> PreflightReport {
    let findings = PostfixChecks.all.map { $0.finding(evidence, in: language) }
    let standing = PostfixPhases.standing(evidence, findings)
    return PreflightReport(
      generator: generator, generatedAt: time, language: language, product: .postfix, productVersion: nil,
      phase: standing.phase, phaseDetail: standing.detail.text(in: language),
      nextStep: standing.nextStep.text(in: language), findings: findings, sources: sources,
      ports: PostfixPorts.list(evidence))
  }
}
