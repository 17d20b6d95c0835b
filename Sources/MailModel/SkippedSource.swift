/// A file that was found and not read.
public struct SkippedSource: Codable, Sendable, Equatable {
  /// Its path.
  public var path: String
  /// Why, in words for the administrator.
  public var reason: String

  /// Takes every part.
  public init(path: String, reason: String) {
    self.path = path
    self.reason = reason
  }
}
