/// A line that was not understood, shown so that the reader can judge it.
public struct LineSample: Codable, Sendable, Equatable {
  /// Its number in the source, from 1.
  public var line: Int
  /// Its beginning, control characters and possible secrets masked.
  public var text: String

  /// Takes every part.
  public init(line: Int, text: String) {
    self.line = line
    self.text = text
  }
}
