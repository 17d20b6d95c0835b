/// Colour for the terminal, or none.
struct TerminalStyle: Sendable {
  /// What a stretch of text is.
  enum Look: String, Sendable {
    case strong = "1"
    case muted = "2"
    case bad = "1;31"
    case attention = "1;33"
    case good = "1;32"
  }

  /// Whether colour is wanted.
  let enabled: Bool

  /// The text in its look; the text itself must be free of control characters.
  func apply(_ look: Look?, _ text: String) -> String {
    guard enabled, let look, !text.isEmpty else { return text }
    return "\u{1b}[\(look.rawValue)m\(text)\u{1b}[0m"
  }
}
