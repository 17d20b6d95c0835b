/// What a domain publishes, judged: what `port587 client-config DOMAIN --check --json` prints.
public struct PublicationReport: Codable, Sendable, Equatable {
  /// The schema that this program writes.
  public static let currentSchema = "port587-client-config/1"

  /// Always `port587-client-config/1`.
  public var schema: String
  /// The domain.
  public var domain: String
  /// When it was asked.
  public var generatedAt: Timestamp
  /// What each place publishes.
  public var published: [Publication]
  /// What is wrong, the worst first.
  public var findings: [PublicationFinding]

  /// Takes every part.
  public init(domain: String, generatedAt: Timestamp, published: [Publication], findings: [PublicationFinding]) {
    schema = PublicationReport.currentSchema
    self.domain = domain
    self.generatedAt = generatedAt
    self.published = published
    self.findings = findings
  }

  /// Whether something is wrong, notes left aside.
  public var isContradictory: Bool { findings.contains { $0.severity != .info } }

  /// Whether some place could not be asked.
  public var isUnfinished: Bool { published.contains(where: \.isUnknown) }
}
