/// One input of a preflight.
public struct PreflightSource: Codable, Sendable, Equatable {
  /// The option that named it, without hyphens: `tool-output`.
  public var option: String
  /// The path as it was given.
  public var path: String
  /// What was not understood of it, and what else to know of it; empty when all is well.
  public var notes: [String]

  /// Takes every part.
  public init(option: String, path: String, notes: [String] = []) {
    self.option = option
    self.path = path
    self.notes = notes
  }
}
