/// One judged assertion about a port.
public struct ProbeCheck: Codable, Sendable, Equatable {
  /// Its name in the catalogue, for instance `P06`.
  public var id: String
  /// What is asserted.
  public var title: String
  /// How much hangs on it.
  public var severity: ProbeSeverity
  /// What it came to.
  public var verdict: ProbeVerdict
  /// What was seen.
  public var detail: String
  /// Where it is written that it should be so, for instance `RFC 3207 section 4`.
  public var rule: String
  /// What to change on the server, in its own terms; null when there is nothing to do.
  public var remedy: String?

  /// Takes every part.
  public init(
    id: String, title: String, severity: ProbeSeverity, verdict: ProbeVerdict, detail: String, rule: String,
    remedy: String?
  ) {
    self.id = id
    self.title = title
    self.severity = severity
    self.verdict = verdict
    self.detail = detail
    self.rule = rule
    self.remedy = remedy
  }

  /// Writes every name, also of what is null.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(id, forKey: .id)
    try container.encode(title, forKey: .title)
    try container.encode(severity, forKey: .severity)
    try container.encode(verdict, forKey: .verdict)
    try container.encode(detail, forKey: .detail)
    try container.encode(rule, forKey: .rule)
    try container.encode(remedy, forKey: .remedy)
  }
}
