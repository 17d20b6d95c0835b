import Mustache

/// The names that a template, or a section of it, can use.
///
/// Every text passes `VisibleText` on its way out, so no builder of a section can forget it.
struct HTMLContext: Sendable, MustacheParent {
  private var values: [String: HTMLValue]

  /// Takes the names with their values.
  init(_ values: [String: HTMLValue]) { self.values = values }

  /// Reads or sets one name.
  subscript(name: String) -> HTMLValue? {
    get { values[name] }
    set { values[name] = newValue }
  }

  /// What the template library asks for.
  func child(named: String) -> Any? {
    switch values[named] {
    case .text(let text): VisibleText.make(text)
    case .flag(let flag): flag
    case .rows(let rows): rows
    case .part(let part): part
    case .markup(let text): text
    case nil: nil
    }
  }
}
