public import MailModel

/// A preflight for the terminal: the phase and the next step, then what to put right, then what is not known.
public struct PreflightSummary: Sendable {
  private let columns: Int
  private let style: TerminalStyle
  private let showsAll: Bool

  /// Takes the width of the terminal, whether it has colour, and whether what is right is told in full too.
  public init(columns: Int, colour: Bool, showsAll: Bool) {
    self.columns = columns
    style = TerminalStyle(enabled: colour)
    self.showsAll = showsAll
  }

  /// The text in UTF-8.
  public func render(_ report: PreflightReport) -> [UInt8] {
    let words = PreflightWords(language: report.language)
    var lines = [
      style.apply(.strong, VisibleText.make("\(words.product(report)) – \(words.name(of: report.phase))"))
    ]
    lines += wrapped(report.phaseDetail, "  ")
    lines += wrapped("\(words.next): \(report.nextStep)", "  → ")
    lines.append("")
    for finding in report.open { lines += told(finding, words) }
    if showsAll {
      for finding in report.findings where finding.verdict == .notRun || finding.verdict == .pass {
        lines += told(finding, words)
      }
    } else {
      lines += list(report, words)
    }
    for source in report.sources {
      for note in source.notes { lines += wrapped("\(source.path): \(note)", "") }
    }
    let tone: TerminalStyle.Look = !report.blockers.isEmpty ? .bad : report.unjudged.isEmpty ? .good : .attention
    lines += wrapped(words.conclusion(report), "").map { style.apply(tone, $0) }
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  private func told(_ finding: PreflightFinding, _ words: PreflightWords) -> [String] {
    let head = VisibleText.make("\(mark(finding.verdict).text(in: words.language)) \(finding.id) \(finding.title)")
    let weight = "(\(words.name(of: finding.severity)), \(words.before(finding.phase)))"
    var lines = [style.apply(look(finding.verdict), head) + " " + weight]
    lines += wrapped(finding.detail, "     ")
    if finding.verdict == .fail || finding.verdict == .warn {
      lines += wrapped("\(words.whyItMatters): \(finding.why)", "     ")
    }
    if let remedy = finding.remedy {
      lines += wrapped(remedy.advice, "     → ")
      if let console = remedy.console {
        lines += wrapped("\(words.console) (en): \(console.english)", "       ")
        lines += wrapped("\(words.console) (pt-BR): \(console.brazilianPortuguese)", "       ")
      }
      // Commands are copied from here, so they are never broken.
      lines += (remedy.command ?? "").split(separator: "\n").map { "       " + VisibleText.make(String($0)) }
    }
    return lines + [""]
  }

  private func list(_ report: PreflightReport, _ words: PreflightWords) -> [String] {
    var lines: [String] = []
    let unknown = report.findings.filter { $0.verdict == .notRun }
    if !unknown.isEmpty {
      lines.append(style.apply(.strong, words.notKnown))
      var reasons: [(detail: String, ids: [String])] = []
      for finding in unknown {
        if let at = reasons.firstIndex(where: { $0.detail == finding.detail }) {
          reasons[at].ids.append(finding.id)
        } else {
          reasons.append((finding.detail, [finding.id]))
        }
      }
      for reason in reasons { lines += wrapped("\(reason.ids.joined(separator: ", ")): \(reason.detail)", "  ") }
      lines.append("")
    }
    let right = report.findings.filter { $0.verdict == .pass }.map(\.id)
    if !right.isEmpty {
      lines += wrapped("\(words.right): \(right.joined(separator: ", "))", "")
      lines.append("")
    }
    return lines
  }

  private func wrapped(_ text: String, _ indent: String) -> [String] {
    let space = String(repeating: " ", count: indent.count)
    return TextWidth.wrap(VisibleText.make(text), to: max(30, columns - indent.count)).enumerated().map {
      ($0.offset == 0 ? indent : space) + $0.element
    }
  }

  private func mark(_ verdict: PreflightVerdict) -> VerdictMark {
    switch verdict {
    case .pass: .pass
    case .fail: .fail
    case .warn: .warn
    case .notRun: .unknown
    }
  }

  private func look(_ verdict: PreflightVerdict) -> TerminalStyle.Look {
    switch verdict {
    case .pass: .good
    case .fail: .bad
    case .warn: .attention
    case .notRun: .muted
    }
  }
}
