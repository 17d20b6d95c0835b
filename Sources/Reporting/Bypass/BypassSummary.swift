public import MailModel

/// A judged bypass file for the terminal: what is wide open first, then a row for each line, then what becomes of what was seen.
public struct BypassSummary: Sendable {
  private let columns: Int
  private let style: TerminalStyle

  /// Takes the width of the terminal and whether it has colour.
  public init(columns: Int, colour: Bool) {
    self.columns = max(40, columns)
    style = TerminalStyle(enabled: colour)
  }

  /// The text in UTF-8.
  public func render(_ report: BypassReport) -> [UInt8] {
    var lines = file(report.file, nil, report.notes, report.lines, report.simulation != nil)
    for include in report.includes {
      lines.append("")
      let origin = "included by line \(include.line) of \(include.includedFrom)"
      let problems = include.problem.map { [$0] } ?? []
      lines += file(
        include.file ?? include.path, origin, problems + include.notes, include.lines, report.simulation != nil)
    }
    lines.append("")
    if let outcome = report.simulation { lines += self.outcome(outcome) }
    lines += verdict(report)
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  private func file(
    _ name: String, _ origin: String?, _ notes: [String], _ lines: [BypassLineReport], _ isSimulated: Bool
  ) -> [String] {
    var text = [style.apply(.strong, VisibleText.make(name)) + (origin.map { " (\(VisibleText.make($0)))" } ?? "")]
    for note in notes { text += wrapped("! " + note, "  ", .attention) }
    guard !lines.isEmpty else { return text }
    var table = SummaryTable(
      headers: ["line", "looks at", "risk"]
        + (isSimulated ? ["refused", "25", "port ?", "last"] : ["expires"]),
      right: isSimulated ? [3, 4, 5] : [])
    table.rows = lines.map { row($0, isSimulated) }
    text += table.lines(width: columns - 2, style: style).map { "  " + $0 }
    for line in lines where !line.notes.isEmpty || line.owner != nil || (isSimulated && line.expires != nil) {
      text.append("")
      text += wrapped("\(line.number)  \(line.text)", "  ", .strong)
      if let owner = line.owner { text += wrapped("owner: \(owner)", "     ", nil) }
      if let day = line.expires { text += wrapped("to go on: \(day)", "     ", nil) }
      for note in line.notes { text += wrapped(note, "     ", nil) }
    }
    return text
  }

  private func row(_ line: BypassLineReport, _ isSimulated: Bool) -> [SummaryTable.Cell] {
    let head = [
      SummaryTable.Cell("\(line.number)  \(line.text)", line.valid ? nil : .attention),
      SummaryTable.Cell(BypassSummary.word(line.kind)),
      SummaryTable.Cell(BypassSummary.word(line.risk), look(line.risk)),
    ]
    guard isSimulated else { return head + [SummaryTable.Cell(line.expires ?? "–")] }
    guard let matches = line.matches else { return head + (0..<4).map { _ in SummaryTable.Cell("?", .muted) } }
    let mark = matches.undecided > 0 || line.simulation == .partial ? "+?" : ""
    func cell(_ number: Int) -> SummaryTable.Cell { SummaryTable.Cell("\(number)\(mark)") }
    return head + [
      cell(matches.refusals), cell(matches.legacySubmissions), cell(matches.unknownPortSubmissions),
      SummaryTable.Cell(
        matches.lastAt.map { String($0.description.prefix(10)) } ?? "never", line.idle == true ? .attention : nil),
    ]
  }

  private func outcome(_ outcome: BypassOutcome) -> [String] {
    let from = outcome.window.from.map { String($0.description.prefix(10)) } ?? "?"
    let to = outcome.window.to.map { String($0.description.prefix(10)) } ?? "?"
    var lines = [style.apply(.strong, "With this file, of what the state saw from \(from) to \(to)")]
    for (what, coverage) in [
      ("refusals for the port", outcome.refusals), ("messages on ports to be closed", outcome.legacySubmissions),
      ("messages on unknown ports", outcome.unknownPortSubmissions),
    ] where coverage.seen > 0 {
      let open = coverage.undecided > 0 ? ", \(coverage.undecided) cannot be told" : ""
      lines += wrapped("\(coverage.pass) of \(coverage.seen) \(what) pass\(open)", "  ", nil)
    }
    if lines.count == 1 { lines.append("  there is nothing that a line could free") }
    return lines + [""]
  }

  private func verdict(_ report: BypassReport) -> [String] {
    let lines = report.allLines
    var parts: [(String, TerminalStyle.Look)] = []
    let open = lines.count { $0.risk == .defeatsFeature }
    if open > 0 { parts.append(("Lines that defeat the submission option: \(open) of \(lines.count)", .bad)) }
    let broken = lines.count { !$0.valid }
    if broken > 0 { parts.append(("Lines that are not in the documented grammar: \(broken)", .attention)) }
    let idle = lines.count { $0.idle == true }
    if idle > 0 { parts.append(("Lines that match nothing any more: \(idle)", .attention)) }
    let missing = report.includes.count { $0.problem != nil && $0.file == nil }
    if missing > 0 { parts.append(("Included files that were not read: \(missing)", .attention)) }
    if parts.isEmpty { parts.append(("No line defeats the submission option", .good)) }
    return parts.map { style.apply($0.1, $0.0 + ".") }
  }

  private func wrapped(_ text: String, _ indent: String, _ look: TerminalStyle.Look?) -> [String] {
    TextWidth.wrap(VisibleText.make(text), to: max(30, columns - indent.count)).map { indent + style.apply(look, $0) }
  }

  private func look(_ risk: BypassRisk) -> TerminalStyle.Look {
    switch risk {
    case .low: .good
    case .medium: .attention
    case .high, .defeatsFeature: .bad
    }
  }

  static func word(_ risk: BypassRisk) -> String {
    risk == .defeatsFeature ? "DEFEATS" : risk.rawValue
  }

  static func word(_ kind: BypassKind) -> String {
    switch kind {
    case .sender: "sender"
    case .recipient: "recipient"
    case .any: "any"
    case .address: "address"
    case .hostname: "host name"
    case .dnswl: "DNSWL"
    case .include: "file"
    case .localSenders: "local"
    case .trustedSession: "trusted"
    case .unknown: "unknown"
    }
  }
}
