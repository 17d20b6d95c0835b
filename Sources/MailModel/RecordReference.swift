/// A connection record that tells a session's port: its file and line.
public struct RecordReference: Codable, Sendable, Equatable {
  /// Path of the file as in `connections.sources`.
  public var source: String
  /// Line number, from 1.
  public var line: Int

  /// Takes both.
  public init(source: String, line: Int) {
    self.source = source
    self.line = line
  }
}
