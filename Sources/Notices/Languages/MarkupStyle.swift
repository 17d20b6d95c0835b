/// How a run looks.
enum MarkupStyle: Sendable, Equatable {
  case plain
  case strong
  case typed
  case link
}
