/// What was found about one setting, or a few that belong together.
public struct PreflightFinding: Codable, Sendable, Equatable {
  /// Its name in the catalogue, for instance `C12`.
  public var id: String
  /// How much hangs on it.
  public var severity: PreflightSeverity
  /// What it came to.
  public var verdict: PreflightVerdict
  /// The phase that must not begin before it is right.
  public var phase: PreflightPhase
  /// What should be so.
  public var title: String
  /// What was found.
  public var detail: String
  /// Why it matters to this move.
  public var why: String
  /// How to put it right; null when there is nothing to do.
  public var remedy: PreflightRemedy?
  /// What the judgement was made from.
  public var settings: [PreflightSetting]

  /// Takes every part.
  public init(
    id: String, severity: PreflightSeverity, verdict: PreflightVerdict, phase: PreflightPhase, title: String,
    detail: String, why: String, remedy: PreflightRemedy?, settings: [PreflightSetting]
  ) {
    self.id = id
    self.severity = severity
    self.verdict = verdict
    self.phase = phase
    self.title = title
    self.detail = detail
    self.why = why
    self.remedy = remedy
    self.settings = settings
  }

  /// Writes every name, also of what is null.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(id, forKey: .id)
    try container.encode(severity, forKey: .severity)
    try container.encode(verdict, forKey: .verdict)
    try container.encode(phase, forKey: .phase)
    try container.encode(title, forKey: .title)
    try container.encode(detail, forKey: .detail)
    try container.encode(why, forKey: .why)
    try container.encode(remedy, forKey: .remedy)
    try container.encode(settings, forKey: .settings)
  }
}
