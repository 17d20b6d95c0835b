public import MailModel

/// What a report needs beside the tally.
public struct ReportInput: Sendable {
  /// Which ports are which.
  public var policy: PortPolicy
  /// Mailboxes, their aliases and local domains.
  public var accounts: AccountDirectory
  /// `--local-domain`, lower case.
  public var localDomains: Set<String>
  /// `--default-domain`, lower case.
  public var defaultDomain: String?
  /// What was read, in the order of the source numbers.
  public var sources: [SourceReport]
  /// Lines before each piece, by source and piece.
  public var linesBefore: [[Int]]
  /// Paths by the source numbers of the evidence, when a state gives them; line numbers are then those of the file.
  public var evidencePaths: [UInt32: String]?
  /// Lines that were not understood in all runs, when a state tells.
  public var unreadLines: Int?
  /// First and last moment read in all runs, when a state tells.
  public var readWindow: Window?
  /// Sources that hold only summary lines.
  public var summaryLevelSources: [SummaryLevelSource] = []
  /// What was found and not read.
  public var skipped: [SkippedSource]
  /// Format identifiers, by the format numbers of the port claims.
  public var formats: [String]
  /// How the port can be learned, by format identifier.
  public var remedies: [String: [PortRemedy]]
  /// Begin of the window, when one was asked for.
  public var since: Timestamp?
  /// End of the window, when one was asked for.
  public var until: Timestamp?
  /// Which program makes the report.
  public var generator: Generator
  /// When the report is made.
  public var generatedAt: Timestamp
  /// Paths of sources that hold the same lines as another one.
  public var duplicates: [String]
  /// Pairs of sources of which each holds lines of the other, and others.
  public var overlaps: [String] = []
  /// Paths of sources whose days nothing tells but the time of their last change.
  public var guessedDays: [String] = []
  /// What holds for the whole server, when ports are to be concluded.
  public var serverFacts: ServerFacts?
  /// The connection records and how well they fitted, where there are any.
  public var connections: ConnectionReport?
  /// What a probe or a preflight has told of the server.
  public var server: ServerReport?
  /// Whether an address is one of those that the server trusts (`--trusted`).
  public var isTrusted: (@Sendable (IPAddress) -> Bool)?
  /// Whether the bypass file frees all that comes from an address (`--bypass`).
  public var isFreed: (@Sendable (IPAddress) -> Bool)?
  /// What the server's port 25 says to local senders, before and after the switch.
  public var signatures: [PortSignature] = []
  /// From where identities have logged in on days that the tally does not hold.
  public var earlierLogins = LoginPlaces()

  /// Whether somebody said which domains are local; those of logins alone may be some of them.
  var knowsLocalDomains: Bool { !localDomains.isEmpty || !accounts.localDomains.isEmpty }

  /// Whether an address is private or trusted: whoever sends from there is no stranger.
  func isInside(_ address: IPAddress) -> Bool {
    address.isPrivate || address.isLoopback || isTrusted?(address) ?? false
  }

  /// Takes every part.
  public init(
    policy: PortPolicy = PortPolicy(), accounts: AccountDirectory = AccountDirectory(), localDomains: Set<String> = [],
    defaultDomain: String? = nil, sources: [SourceReport] = [], linesBefore: [[Int]] = [],
    skipped: [SkippedSource] = [],
    formats: [String] = [], remedies: [String: [PortRemedy]] = [:], since: Timestamp? = nil, until: Timestamp? = nil,
    generator: Generator, generatedAt: Timestamp, duplicates: [String] = [],
    connections: ConnectionReport? = nil
  ) {
    self.policy = policy
    self.accounts = accounts
    self.localDomains = localDomains
    self.defaultDomain = defaultDomain
    self.sources = sources
    self.linesBefore = linesBefore
    self.skipped = skipped
    self.formats = formats
    self.remedies = remedies
    self.since = since
    self.until = until
    self.generator = generator
    self.generatedAt = generatedAt
    self.duplicates = duplicates
    self.connections = connections
  }
}
