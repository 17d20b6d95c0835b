public import FoundationEssentials
public import MailModel

/// What is kept beside a bypass file, whose own syntax has no documented place for it: who answers for a line, why, and until when.
public struct BypassNotebook: Codable, Sendable, Equatable {
  /// The schema that this program writes.
  public static let currentSchema = "port587-bypass-notes/1"

  /// What is kept of one line.
  public struct Entry: Codable, Sendable, Equatable {
    /// The line as it stands in the file.
    public var line: String
    /// Who answers for it.
    public var owner: String?
    /// Why it is there.
    public var reason: String
    /// When it was put in.
    public var added: Timestamp
    /// The day on which it should go.
    public var expires: String?
    /// The log lines that show the need.
    public var evidence: [EvidenceReference]

    /// Takes every part.
    public init(
      line: String, owner: String?, reason: String, added: Timestamp, expires: String?, evidence: [EvidenceReference]
    ) {
      self.line = line
      self.owner = owner
      self.reason = reason
      self.added = added
      self.expires = expires
      self.evidence = evidence
    }
  }

  /// Always `port587-bypass-notes/1`.
  public var schema = BypassNotebook.currentSchema
  /// One for each line that somebody put in with its reason.
  public var entries: [Entry]

  /// Takes the entries.
  public init(entries: [Entry] = []) { self.entries = entries }

  /// The name of the file that belongs to a bypass file.
  public static func path(beside file: String) -> String { file + ".notes.json" }

  /// Reads what `encoded` wrote; nothing where it is something else.
  public static func decoded(_ data: Data) -> BypassNotebook? {
    guard let notebook = try? JSONDecoder().decode(BypassNotebook.self, from: data),
      notebook.schema == currentSchema
    else { return nil }
    return notebook
  }

  /// The notebook as JSON.
  public func encoded() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(self) + Data([10])
  }

  /// Takes entries; one for a line that is there already takes its place.
  public mutating func note(_ additions: [Entry]) {
    let lines = Set(additions.map(\.line))
    entries = entries.filter { !lines.contains($0.line) } + additions
  }
}
