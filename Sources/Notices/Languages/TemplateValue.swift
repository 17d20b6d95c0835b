/// What a name of a template stands for.
enum TemplateValue: Sendable {
  /// Data, shown as it is.
  case text(String)
  /// Data that was made plain before, once for many messages.
  static func plain(_ text: String) -> TemplateValue { .prose(Markup.escape(OneLine.make(text, most: 400))) }
  /// A sentence of ours or of the administrator, whose markup counts.
  case prose(String)
  /// For sections.
  case flag(Bool)
  /// For repeated sections.
  case rows([TemplateContext])
}
