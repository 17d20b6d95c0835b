/// What of a user or an address the bypass file frees.
public struct BypassMark: Codable, Sendable, Equatable {
  /// A line of the file.
  public struct Line: Codable, Sendable, Equatable {
    /// Its number, from 1.
    public var number: Int
    /// As it stands; nothing in a report with pseudonyms, since it may name somebody.
    public var text: String?

    /// Takes both.
    public init(number: Int, text: String?) {
      self.number = number
      self.text = text
    }
  }

  /// By which lines.
  public var lines: [Line]
  /// How much of it.
  public var extent: MarkExtent

  /// Takes both.
  public init(extent: MarkExtent, lines: [Line]) {
    self.extent = extent
    self.lines = lines
  }
}
