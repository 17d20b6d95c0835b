import Mustache

/// Names and values for a template.
///
/// A text is data: whatever markup it seems to hold is shown as it is.
struct TemplateContext: Sendable, MustacheParent {
  private(set) var values: [String: TemplateValue]

  init(_ values: [String: TemplateValue] = [:]) { self.values = values }

  subscript(name: String) -> TemplateValue? {
    get { values[name] }
    set { values[name] = newValue }
  }

  /// What the template library asks for.
  func child(named: String) -> Any? {
    switch values[named] {
    case .text(let text): TemplateText(renderText: Markup.escape(OneLine.make(text, most: 400)))
    case .prose(let text): TemplateText(renderText: text)
    case .flag(let flag): flag
    case .rows(let rows): rows
    case nil: nil
    }
  }
}
