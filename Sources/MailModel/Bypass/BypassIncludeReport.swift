/// A bypass file that another one names.
public struct BypassIncludeReport: Codable, Sendable, Equatable {
  /// The path as the line gives it.
  public var path: String
  /// The file that was read for it; null when none was.
  public var file: String?
  /// The file whose line names it.
  public var includedFrom: String
  /// The number of that line.
  public var line: Int
  /// Why it was not read; null when it was.
  public var problem: String?
  /// What the file as a whole has to be told.
  public var notes: [String]
  /// Its lines.
  public var lines: [BypassLineReport]

  /// Takes every part.
  public init(
    path: String, file: String?, includedFrom: String, line: Int, problem: String?, notes: [String] = [],
    lines: [BypassLineReport] = []
  ) {
    self.path = path
    self.file = file
    self.includedFrom = includedFrom
    self.line = line
    self.problem = problem
    self.notes = notes
    self.lines = lines
  }

  /// Writes every name, also of what is null.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(path, forKey: .path)
    try container.encode(file, forKey: .file)
    try container.encode(includedFrom, forKey: .includedFrom)
    try container.encode(line, forKey: .line)
    try container.encode(problem, forKey: .problem)
    try container.encode(notes, forKey: .notes)
    try container.encode(lines, forKey: .lines)
  }
}
