public import MailModel

/// What a domain publishes, for the terminal: place by place, then what is wrong.
public struct PublicationSummary: Sendable {
  private let columns: Int
  private let style: TerminalStyle

  /// Takes the width of the terminal and whether it has colour.
  public init(columns: Int, colour: Bool) {
    self.columns = max(40, columns)
    style = TerminalStyle(enabled: colour)
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
      lines += wrapped("\(finding.severity.rawValue): \(finding.detail)", "  ", look)
      for place in finding.places { lines += wrapped(place, "      ", .muted) }
      lines += wrapped("→ \(finding.remedy)", "      ", nil)
      lines.append("")
    }
    let isGood = !report.isContradictory
    lines.append(
      style.apply(
        isGood ? .good : .bad,
        isGood
          ? (report.isUnfinished ? "Nothing wrong was found where an answer came." : "What is published agrees.")
          : "What is published has to be put right."))
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  private func wrapped(_ text: String, _ indent: String, _ look: TerminalStyle.Look?) -> [String] {
    TextWidth.wrap(VisibleText.make(text), to: max(30, columns - indent.count)).map { indent + style.apply(look, $0) }
  }
}
