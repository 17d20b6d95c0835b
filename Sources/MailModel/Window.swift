/// The moments that the numbers of a report cover.
public struct Window: Codable, Sendable, Equatable {
  /// The first; nothing when no time was found.
  public var from: Timestamp?
  /// The last; nothing when no time was found.
  public var to: Timestamp?

  /// Takes every part.
  public init(from: Timestamp?, to: Timestamp?) {
    self.from = from
    self.to = to
  }
}
