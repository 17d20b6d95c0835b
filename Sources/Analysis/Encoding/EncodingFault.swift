/// Stored bytes that are not what this program writes.
public struct EncodingFault: Error, Equatable, CustomStringConvertible {
  /// What was expected, and where.
  public let description: String

  init(_ description: String) { self.description = description }
}
