/// What a server's own settings say about the move to port 587: the document `port587-preflight/1`.
public struct PreflightReport: Codable, Sendable, Equatable {
  /// The form of this version.
  public static let currentSchema = "port587-preflight/1"

  /// Names the form.
  public var schema: String
  /// What made it.
  public var generator: Generator
  /// When it was made.
  public var generatedAt: Timestamp
  /// The language of its texts.
  public var language: Language
  /// Whose settings.
  public var product: PreflightProduct
  /// The version that the server gives for itself; null when the input does not say.
  public var productVersion: String?
  /// How far the server has come; null when the input does not tell.
  public var phase: PreflightPhase?
  /// From what the phase was read, or why it is not known.
  public var phaseDetail: String
  /// What to do next.
  public var nextStep: String
  /// Every check, in the order of the catalogue.
  public var findings: [PreflightFinding]
  /// Failed findings of severity blocker, by id.
  public var blockers: [String]
  /// Findings of severity blocker that could not be judged, by id.
  public var unjudged: [String]
  /// What was read.
  public var sources: [PreflightSource]
  /// What each port takes; null when the input does not hold every port.
  public var ports: [PreflightPort]?
  /// Whether IceWarp's submission option is on; null for other servers, and when the input does not tell.
  public var submissionOption: Bool?

  /// Judges the findings as a whole.
  public init(
    generator: Generator, generatedAt: Timestamp, language: Language, product: PreflightProduct,
    productVersion: String?, phase: PreflightPhase?, phaseDetail: String, nextStep: String,
    findings: [PreflightFinding], sources: [PreflightSource], ports: [PreflightPort]? = nil,
    submissionOption: Bool? = nil
  ) {
    schema = PreflightReport.currentSchema
    self.generator = generator
    self.generatedAt = generatedAt
    self.language = language
    self.product = product
    self.productVersion = productVersion
    self.phase = phase
    self.phaseDetail = phaseDetail
    self.nextStep = nextStep
    self.findings = findings
    blockers = findings.filter { $0.severity == .blocker && $0.verdict == .fail }.map(\.id)
    unjudged = findings.filter { $0.severity == .blocker && $0.verdict == .notRun }.map(\.id)
    self.sources = sources
    self.ports = ports
    self.submissionOption = submissionOption
  }

  /// Whether nothing of severity blocker failed and all of it could be judged.
  public var isReady: Bool { blockers.isEmpty && unjudged.isEmpty }

  /// Writes every name, also of what is null.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(schema, forKey: .schema)
    try container.encode(generator, forKey: .generator)
    try container.encode(generatedAt, forKey: .generatedAt)
    try container.encode(language, forKey: .language)
    try container.encode(product, forKey: .product)
    try container.encode(productVersion, forKey: .productVersion)
    try container.encode(phase, forKey: .phase)
    try container.encode(phaseDetail, forKey: .phaseDetail)
    try container.encode(nextStep, forKey: .nextStep)
    try container.encode(findings, forKey: .findings)
    try container.encode(blockers, forKey: .blockers)
    try container.encode(unjudged, forKey: .unjudged)
    try container.encode(sources, forKey: .sources)
    try container.encode(ports, forKey: .ports)
    try container.encode(submissionOption, forKey: .submissionOption)
  }
}
