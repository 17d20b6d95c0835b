/// A bypass file, judged: what `port587 bypass check --json` prints.
public struct BypassReport: Codable, Sendable, Equatable {
  /// The schema that this program writes.
  public static let currentSchema = "port587-bypass/1"

  /// Always `port587-bypass/1`.
  public var schema: String
  /// The name of the file.
  public var file: String
  /// When it was judged.
  public var generatedAt: Timestamp
  /// What the file as a whole has to be told.
  public var notes: [String]
  /// Its lines, blank ones left out.
  public var lines: [BypassLineReport]
  /// The files that it names, each with its lines.
  public var includes: [BypassIncludeReport]
  /// What becomes of everything seen; null without a state.
  public var simulation: BypassOutcome?

  /// Takes every part.
  public init(
    file: String, generatedAt: Timestamp, notes: [String], lines: [BypassLineReport],
    includes: [BypassIncludeReport], simulation: BypassOutcome?
  ) {
    schema = BypassReport.currentSchema
    self.file = file
    self.generatedAt = generatedAt
    self.notes = notes
    self.lines = lines
    self.includes = includes
    self.simulation = simulation
  }

  /// The lines of the file and of all that it includes.
  public var allLines: [BypassLineReport] { lines + includes.flatMap(\.lines) }

  /// Writes every name, also of what is null.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(schema, forKey: .schema)
    try container.encode(file, forKey: .file)
    try container.encode(generatedAt, forKey: .generatedAt)
    try container.encode(notes, forKey: .notes)
    try container.encode(lines, forKey: .lines)
    try container.encode(includes, forKey: .includes)
    try container.encode(simulation, forKey: .simulation)
  }
}
