/// The whole report as one value: every output is a function of it, and `report.json` is its encoding.
///
/// Schema `port587-report/1`; the meaning of the numbers is in `docs/contract.md`.
public struct ReportModel: Codable, Sendable, Equatable {
  /// The schema that this program writes.
  public static let currentSchema = "port587-report/1"

  /// Always `port587-report/1`.
  public var schema: String
  /// Which program made it.
  public var generator: Generator
  /// When it was made.
  public var generatedAt: Timestamp
  /// First and last moment that the numbers cover.
  public var window: Window
  /// Which ports are which.
  public var policy: PortPolicy
  /// What was read.
  public var sources: [SourceReport]
  /// What was found and not read, and why.
  public var skipped: [SkippedSource]
  /// Sums over everything.
  public var totals: Totals
  /// Who submits, most messages on legacy ports first.
  public var users: [UserReport]
  /// From where.
  public var addresses: [AddressReport]
  /// Who was refused, by class, code and text.
  public var refusals: [RefusalReport]
  /// Authenticated sessions and messages per day and port, oldest day first.
  public var daily: [DayReport]
  /// What to set on the server, or which option to give, so that unknown ports become known.
  public var portAdvice: [PortAdvice]
  /// What the reader should be told before the numbers.
  public var warnings: [ReportWarning]
  /// The connection records and how well they fitted, where there are any.
  public var connections: ConnectionReport?
  /// How much of the logs was understood, where a state tells.
  public var reading: ReadingReport?
  /// What changes from day to day, where a state tells.
  public var trend: TrendReport?
  /// Whether the server itself is ready, where a probe or a preflight has told.
  public var server: ServerReport?
  /// What notices have brought, where a state keeps who was told.
  public var notices: NoticeReport?
  /// Ports that were concluded, with `--infer-port`; in none of the numbers above.
  public var inferred: InferenceReport?

  /// Takes every part.
  public init(
    generator: Generator, generatedAt: Timestamp, window: Window, policy: PortPolicy, sources: [SourceReport],
    skipped: [SkippedSource], totals: Totals, users: [UserReport], addresses: [AddressReport],
    refusals: [RefusalReport], daily: [DayReport], portAdvice: [PortAdvice], warnings: [ReportWarning],
    connections: ConnectionReport? = nil, trend: TrendReport? = nil, server: ServerReport? = nil,
    inferred: InferenceReport? = nil
  ) {
    schema = ReportModel.currentSchema
    self.generator = generator
    self.generatedAt = generatedAt
    self.window = window
    self.policy = policy
    self.sources = sources
    self.skipped = skipped
    self.totals = totals
    self.users = users
    self.addresses = addresses
    self.refusals = refusals
    self.daily = daily
    self.portAdvice = portAdvice
    self.warnings = warnings
    self.connections = connections
    self.trend = trend
    self.server = server
    self.inferred = inferred
  }
}
