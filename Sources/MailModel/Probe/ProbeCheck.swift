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

  /// The remedy of whatever fails since the host has no address: no server has to be set up for that.
  ///
  /// A report in another language knows it by these words.
  public static let remedyForUnknownName =
    "Look at how the name is spelt. If it is right, give it an A record in the DNS, and an AAAA record where the server has IPv6."

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
