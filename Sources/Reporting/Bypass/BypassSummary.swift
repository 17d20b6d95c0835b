public import MailModel

/// A judged bypass file for the terminal: what is wide open first, then a row for each line, then what becomes of what was seen.
public struct BypassSummary: Sendable {
  private let columns: Int
  private let style: TerminalStyle
  private let words: BypassWords
  private let zone: ZoneRules

  /// Takes the width of the terminal, whether it has colour, the language, and the clock by which days are shown.
  public init(
    columns: Int, colour: Bool, language: Language = .english, zone: ZoneRules = ZoneRules(fixedOffset: 0)
  ) {
    self.zone = zone
    self.columns = max(40, columns)
    style = TerminalStyle(enabled: colour)
    words = BypassWords(language: language)
  }

  /// The text in UTF-8.
  public func render(_ report: BypassReport) -> [UInt8] {
    var lines = file(report.file, nil, report.notes, report.lines, report.simulation != nil)
    for include in report.includes {
      lines.append("")
      let origin = words.included(line: include.line, of: include.includedFrom)
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
      headers: words.headers(isSimulated: isSimulated),
      right: isSimulated ? [3, 4, 5] : [])
    table.rows = lines.map { row($0, isSimulated) }
    text += table.lines(width: columns - 2, style: style).map { "  " + $0 }
    for line in lines where !line.notes.isEmpty || line.owner != nil || (isSimulated && line.expires != nil) {
      text.append("")
      text += wrapped("\(line.number)  \(line.text)", "  ", .strong)
      if let owner = line.owner { text += wrapped(words.owner(owner), "     ", nil) }
      if let day = line.expires { text += wrapped(words.toGo(day), "     ", nil) }
      for note in line.notes { text += wrapped(note, "     ", nil) }
    }
    return text
  }

  private func row(_ line: BypassLineReport, _ isSimulated: Bool) -> [SummaryTable.Cell] {
    let head = [
      SummaryTable.Cell("\(line.number)  \(line.text)", line.valid ? nil : .attention),
      SummaryTable.Cell(words.name(line.kind)),
      SummaryTable.Cell(words.name(line.risk), look(line.risk)),
    ]
    guard isSimulated else { return head + [SummaryTable.Cell(line.expires.map(words.day) ?? "–")] }
    guard let matches = line.matches else { return head + (0..<4).map { _ in SummaryTable.Cell("?", .muted) } }
    let mark = matches.undecided > 0 || line.simulation == .partial ? "+?" : ""
    func cell(_ number: Int) -> SummaryTable.Cell { SummaryTable.Cell("\(number)\(mark)") }
    return head + [
      cell(matches.refusals), cell(matches.legacySubmissions), cell(matches.unknownPortSubmissions),
      SummaryTable.Cell(
        matches.lastAt.map { words.day(day(of: $0)) } ?? words.never,
        line.idle == true ? .attention : nil),
    ]
  }

  /// The day of a moment, as the report shows it: an evening in America is the next day in UTC.
  private func day(of moment: Timestamp) -> String {
    let local = Timestamp(seconds: moment.seconds + Int64(zone.offset(atMoment: moment)))
    return String(local.description.prefix(10))
  }

  private func outcome(_ outcome: BypassOutcome) -> [String] {
    let from = outcome.window.from.map(day(of:)) ?? "?"
    let to = outcome.window.to.map(day(of:)) ?? "?"
    var lines = [style.apply(.strong, words.outcome(from, to))]
    let all: [(BypassWords.BypassWhat, BypassCoverage)] = [
      (.refusals, outcome.refusals), (.legacy, outcome.legacySubmissions),
      (.unknownPort, outcome.unknownPortSubmissions),
    ]
    for (what, coverage) in all where coverage.seen > 0 { lines += wrapped(words.passing(coverage, what), "  ", nil) }
    if lines.count == 1 { lines.append("  " + words.nothingToFree) }
    return lines + [""]
  }

  private func verdict(_ report: BypassReport) -> [String] {
    let lines = report.allLines
    var parts: [(String, TerminalStyle.Look)] = []
    let open = lines.count { $0.risk == .defeatsFeature }
    if open > 0 { parts.append((words.defeating(open, of: lines.count), .bad)) }
    let broken = lines.count { !$0.valid }
    if broken > 0 { parts.append((words.broken(broken), .attention)) }
    let idle = lines.count { $0.idle == true }
    if idle > 0 { parts.append((words.idle(idle), .attention)) }
    let missing = report.includes.count { $0.problem != nil && $0.file == nil }
    if missing > 0 { parts.append((words.missing(missing), .attention)) }
    if parts.isEmpty { parts.append((words.noneDefeats, .good)) }
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
}
