public import MailModel

/// Proposed bypass lines for the terminal, each with why, for whom and until when.
public struct SuggestionSummary: Sendable {
  private static let leftOutShown = 20

  private let columns: Int
  private let style: TerminalStyle
  private let words: BypassWords

  /// Takes the width of the terminal, whether it has colour, and the language.
  public init(columns: Int, colour: Bool, language: Language = .english) {
    self.columns = max(40, columns)
    style = TerminalStyle(enabled: colour)
    words = BypassWords(language: language)
  }

  /// The text in UTF-8.
  public func render(_ suggestion: BypassSuggestion) -> [UInt8] {
    var lines: [String] = []
    if suggestion.proposals.isEmpty { lines.append(words.noProposal) }
    for proposal in suggestion.proposals {
      let risk = style.apply(proposal.risk == .low ? .good : .bad, words.riskInWords(proposal.risk))
      lines.append("\(style.apply(.strong, VisibleText.make(proposal.text)))  (\(risk))")
      lines += wrapped(proposal.reason)
      lines += wrapped("\(words.owner(proposal.owner ?? words.unknownOwner)); \(words.toGo(proposal.expires))")
      for note in proposal.notes { lines += wrapped("! " + note) }
      for line in proposal.evidence { lines += wrapped(words.see("\(line.source):\(line.line)")) }
      lines.append("")
    }
    if !suggestion.leftOut.isEmpty {
      lines.append(style.apply(.strong, words.noLineFor))
      for client in suggestion.leftOut.prefix(SuggestionSummary.leftOutShown) {
        let who = client.identities.isEmpty ? "" : " (\(client.identities.prefix(3).joined(separator: ", ")))"
        lines += wrapped("\(client.address)\(who), \(words.language.name(of: client.guess)): \(client.reason)")
      }
      let more = suggestion.leftOut.count - SuggestionSummary.leftOutShown
      if more > 0 { lines.append("  " + words.more(more)) }
    }
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  private func wrapped(_ text: String) -> [String] {
    TextWidth.wrap(VisibleText.make(text), to: max(30, columns - 4)).enumerated().map {
      ($0.offset == 0 ? "  " : "    ") + $0.element
    }
  }
}
