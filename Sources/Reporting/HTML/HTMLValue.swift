/// What a template can be given.
enum HTMLValue: Sendable {
  /// Text of any origin; it is made harmless here and escaped by the template.
  case text(String)
  /// Shows or hides a section.
  case flag(Bool)
  /// A section for each.
  case rows([HTMLContext])
  /// A section with names of its own.
  case part(HTMLContext)
  /// Style or script that stands in this program; never anything from a log.
  case markup(String)
}

extension HTMLValue: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByStringInterpolation {
  init(stringLiteral value: String) { self = .text(value) }
  init(booleanLiteral value: Bool) { self = .flag(value) }
}
