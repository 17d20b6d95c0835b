public import MailModel

/// What a domain publishes, for the terminal: place by place, then what is wrong.
public struct PublicationSummary: Sendable {
  private let columns: Int
  private let style: TerminalStyle
  private let language: Language

  /// Takes the width of the terminal, whether it has colour, and the language.
  public init(columns: Int, colour: Bool, language: Language = .english) {
    self.columns = max(40, columns)
    style = TerminalStyle(enabled: colour)
    self.language = language
  }

  /// The text in UTF-8.
  public func render(_ report: PublicationReport) -> [UInt8] {
    var lines = [style.apply(.strong, VisibleText.make(report.domain)), ""]
    for publication in report.published {
      lines += wrapped("\(publication.source.rawValue): \(publication.place)", "  ", .strong)
      for service in publication.services { lines += wrapped("\(service.proto.rawValue) \(service)", "      ", nil) }
      if let problem = publication.problem {
        lines += wrapped(problem, "      ", publication.isUnknown ? .attention : .muted)
      }
    }
    lines.append("")
    for finding in report.findings {
      let look: TerminalStyle.Look =
        finding.severity == .info ? .muted : finding.severity == .medium ? .attention : .bad
      lines += wrapped("\(language.phrases.name(finding.severity)): \(finding.detail)", "  ", look)
      for place in finding.places { lines += wrapped(place, "      ", .muted) }
      lines += wrapped("→ \(finding.remedy)", "      ", nil)
      lines.append("")
    }
    let isGood = !report.isContradictory
    lines.append(
      style.apply(
        isGood ? .good : .bad,
        verdict(report).text(in: language)))
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  private func verdict(_ report: PublicationReport) -> TranslatedText {
    if report.isContradictory {
      return TranslatedText(
        "What is published has to be put right.", pt: "O que é publicado precisa ser corrigido.",
        es: "Lo que se publica tiene que corregirse.")
    }
    return report.isUnfinished
      ? TranslatedText(
        "Nothing wrong was found where an answer came.", pt: "Nada de errado foi achado onde veio resposta.",
        es: "No se halló nada mal donde llegó respuesta.")
      : TranslatedText(
        "What is published agrees.", pt: "O que é publicado está de acordo.", es: "Lo que se publica concuerda.")
  }

  private func wrapped(_ text: String, _ indent: String, _ look: TerminalStyle.Look?) -> [String] {
    TextWidth.wrap(VisibleText.make(text), to: max(30, columns - indent.count)).map { indent + style.apply(look, $0) }
  }
}
