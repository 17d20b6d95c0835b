public import MailModel

/// Puts what the checks say about an IceWarp server into one report.
public enum IceWarpPreflight {
  /// Judges what is known; clock and version come in.
  public static func report(
    _ evidence: IceWarpEvidence, in language: Language, generator: Generator, at time: Timestamp,
    sources: [PreflightSource]
  ) -> PreflightReport {
    let findings = IceWarpChecks.all.map { $0.finding(evidence, in: language) }
    let standing = IceWarpPhases.standing(evidence, findings)
    return PreflightReport(
      generator: generator, generatedAt: time, language: language, product: .icewarp,
      productVersion: evidence.knownText("C_Version"), phase: standing.phase,
      phaseDetail: standing.detail.text(in: language), nextStep: standing.nextStep.text(in: language),
      findings: findings, sources: sources, ports: IceWarpPorts.list(evidence),
      submissionOption: evidence.knownFlag("C_Mail_SMTP_Delivery_MessageSubmission"))
  }
}
