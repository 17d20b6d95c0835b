/// Something that has to hold whatever the input is, and does not.
public struct Contradiction: Error, CustomStringConvertible {
  /// What it is.
  public let description: String

  init(_ description: String) { self.description = description }

  /// Throws unless it holds.
  static func unless(_ holds: Bool, _ description: @autoclosure () -> String) throws(Contradiction) {
    guard holds else { throw Contradiction(description()) }
  }
}
