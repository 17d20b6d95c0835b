/// Something about the server that is not as it should be, from a probe or a preflight.
public struct ServerFinding: Codable, Sendable, Equatable {
  /// Its name in the catalogue, for instance `P06` or `C12`.
  public var id: String
  /// What should be so.
  public var title: String
  /// How much hangs on it.
  public var severity: ProbeSeverity
  /// What it came to.
  public var verdict: ProbeVerdict
  /// What was seen.
  public var detail: String
  /// What to do.
  public var remedy: String?
  /// Where in the console of the server.
  public var console: PreflightConsole?
  /// What to type.
  public var command: String?

  /// Takes every part.
  public init(
    id: String, title: String, severity: ProbeSeverity, verdict: ProbeVerdict, detail: String, remedy: String? = nil,
    console: PreflightConsole? = nil, command: String? = nil
  ) {
    self.id = id
    self.title = title
    self.severity = severity
    self.verdict = verdict
    self.detail = detail
    self.remedy = remedy
    self.console = console
    self.command = command
  }

  /// A check of a probe.
  public init(_ check: ProbeCheck) {
    self.init(
      id: check.id, title: check.title, severity: check.severity, verdict: check.verdict, detail: check.detail,
      remedy: check.remedy)
  }

  /// A finding of a preflight.
  public init(_ finding: PreflightFinding) {
    self.init(
      id: finding.id, title: finding.title, severity: ProbeSeverity(rawValue: finding.severity.rawValue) ?? .info,
      verdict: ProbeVerdict(rawValue: finding.verdict.rawValue) ?? .notRun, detail: finding.detail,
      remedy: finding.remedy?.advice, console: finding.remedy?.console, command: finding.remedy?.command)
  }
}
