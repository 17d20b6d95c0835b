/// What a reader meets on its way through an XML document.
public enum XMLEvent: Sendable, Equatable {
  /// An element begins; names without prefix, no declarations of name spaces.
  case start(name: String, attributes: [String: String])
  /// Text, or a piece of it.
  case text(String)
  /// The element that began last and is still open ends.
  case end
}
