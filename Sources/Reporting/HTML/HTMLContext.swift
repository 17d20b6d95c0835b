import Mustache

/// The names that a template, or a section of it, can use.
///
/// Every text passes `VisibleText` on its way out, so no builder of a section can forget it.
struct HTMLContext: Sendable, MustacheParent {
  /// Names and values.
  private(set) var given: [String: HTMLValue]

  /// Takes the names with their values.
  init(_ values: [String: HTMLValue]) { given = values }

  /// Reads or sets one name.
  subscript(name: String) -> HTMLValue? {
    get { given[name] }
    set { given[name] = newValue }
  }

  /// What the template library asks for.
  func child(named: String) -> Any? {
    switch given[named] {
    case .text(let text): VisibleText.make(text)
    case .flag(let flag): flag
    case .rows(let rows): rows
    case .part(let part): part
    case .markup(let text): text
    case nil: nil
    }
  }
}
