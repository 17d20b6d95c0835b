/// Which program made a report.
public struct Generator: Codable, Sendable, Equatable {
  /// The program.
  public var name: String
  /// Its version.
  public var version: String

  /// Takes every part.
  public init(name: String = "port587", version: String) {
    self.name = name
    self.version = version
  }
}
