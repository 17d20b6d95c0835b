/// A preflight as the report shows it: how far the server has come, the next step, and what is to be put right.
public struct ServerPreflight: Codable, Sendable, Equatable {
  /// When it was made.
  public var checkedAt: Timestamp
  /// Whose settings were read.
  public var product: PreflightProduct
  /// How far the server has come; nothing when its settings do not tell.
  public var phase: PreflightPhase?
  /// From what the phase was read, or why it is not known.
  public var phaseDetail: String
  /// What to do next.
  public var nextStep: String
  /// Failed findings of severity blocker, by id.
  public var blockers: [String]
  /// Findings of severity blocker that could not be judged, by id.
  public var unjudged: [String]
  /// What failed or is to be looked at.
  public var findings: [ServerFinding]

  /// Takes every part.
  public init(
    checkedAt: Timestamp, product: PreflightProduct, phase: PreflightPhase?, phaseDetail: String, nextStep: String,
    blockers: [String], unjudged: [String], findings: [ServerFinding]
  ) {
    self.checkedAt = checkedAt
    self.product = product
    self.phase = phase
    self.phaseDetail = phaseDetail
    self.nextStep = nextStep
    self.blockers = blockers
    self.unjudged = unjudged
    self.findings = findings
  }

  /// Takes out of a preflight what the report shows.
  public init(_ report: PreflightReport) {
    self.init(
      checkedAt: report.generatedAt, product: report.product, phase: report.phase, phaseDetail: report.phaseDetail,
      nextStep: report.nextStep, blockers: report.blockers, unjudged: report.unjudged,
      findings: report.findings.filter { $0.verdict == .fail || $0.verdict == .warn }.map { ServerFinding($0) })
  }
}
