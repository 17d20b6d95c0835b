public import MailModel

/// A probe's result for the terminal: one row per port and address, then what to look at, then the verdict.
public struct ProbeSummary: Sendable {
  private let columns: Int
  private let style: TerminalStyle
  private let showsAll: Bool

  /// Takes the width of the terminal, whether it has colour, and whether checks that passed are listed too.
  public init(columns: Int, colour: Bool, showsAll: Bool) {
    self.columns = columns
    style = TerminalStyle(enabled: colour)
    self.showsAll = showsAll
  }

  /// The text in UTF-8.
  public func render(_ result: ProbeResult) -> [UInt8] {
    var lines: [String] = []
    for host in ProbeSummary.hosts(result) {
      let targets = result.targets.filter { $0.host == host }
      lines.append(style.apply(.strong, VisibleText.make(host)))
      lines += table(targets).map { "  " + $0 }
      lines.append("")
      for target in targets { lines += findings(target) }
    }
    lines.append(style.apply(result.ready ? .good : .bad, ProbeSummary.verdict(result)))
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  /// The verdict in one line.
  static func verdict(_ result: ProbeResult) -> String {
    if result.ready { return "Ready: no blocker failed." }
    if result.blockers.isEmpty { return "Not ready: no port with STARTTLS could be judged." }
    return "Not ready: \(result.blockers.joined(separator: ", "))"
  }

  /// Hosts in the order in which they were named.
  static func hosts(_ result: ProbeResult) -> [String] {
    var seen = Set<String>()
    return result.targets.map(\.host).filter { seen.insert($0).inserted }
  }

  private func table(_ targets: [ProbedTarget]) -> [String] {
    var table = SummaryTable(
      headers: ["address", "port", "mode", "state", "TLS", "certificate", "name", "checks"], right: [1])
    table.rows = targets.map { target in
      let certificate = target.tls?.certificate
      let failed = target.checks.count { $0.verdict == .fail }
      let warned = target.checks.count { $0.verdict == .warn }
      let pushed = target.checks.count { $0.verdict == .pushedBack }
      let checks = [(failed, "fail"), (warned, "warn"), (pushed, "pushed back")].filter { $0.0 > 0 }
      return [
        SummaryTable.Cell(target.address ?? "–"), SummaryTable.Cell("\(target.port)"),
        SummaryTable.Cell(target.mode.rawValue),
        SummaryTable.Cell(target.reachability.rawValue, target.reachability == .open ? .good : .bad),
        SummaryTable.Cell(target.tls?.version ?? "–"),
        SummaryTable.Cell(certificate?.trust.rawValue ?? "–", certificate.map { $0.trust == .valid ? .good : .bad }),
        SummaryTable.Cell(
          certificate.map { $0.nameMatches ? "matches" : "differs" } ?? "–",
          certificate.map { $0.nameMatches ? .good : .bad }),
        SummaryTable.Cell(
          checks.isEmpty ? "ok" : checks.map { "\($0.0) \($0.1)" }.joined(separator: ", "),
          failed > 0 ? .bad : checks.isEmpty ? .good : .attention),
      ]
    }
    return table.lines(width: max(40, columns - 2), style: style)
  }

  private func findings(_ target: ProbedTarget) -> [String] {
    let shown = target.checks.filter { check in
      if showsAll { return true }
      // What was not asked for is no news; a note about the network is.
      return check.verdict == .fail || check.verdict == .warn || check.verdict == .pushedBack
    }
    guard !shown.isEmpty else { return [] }
    var lines = [style.apply(.strong, VisibleText.make("\(target.address ?? target.host) port \(target.port)"))]
    // A server that wants to be left alone says so once.
    let waiting = showsAll ? [] : shown.filter { $0.verdict == .pushedBack }
    if let first = waiting.first {
      let head = "wait \(waiting.map(\.id).joined(separator: ", "))"
      lines.append("  " + style.apply(.attention, head))
      lines += wrapped(first.detail, "       ")
    }
    for check in shown where showsAll || check.verdict != .pushedBack {
      let head = "\(ProbeSummary.word(check.verdict)) \(check.id) \(check.title)"
      lines.append("  " + style.apply(look(check.verdict), head) + " (\(check.severity.rawValue), \(check.rule))")
      lines += wrapped(check.detail, "       ")
      if let remedy = check.remedy { lines += wrapped(remedy, "       → ") }
    }
    return lines + [""]
  }

  private func wrapped(_ text: String, _ indent: String) -> [String] {
    let space = String(repeating: " ", count: indent.count)
    return TextWidth.wrap(VisibleText.make(text), to: max(30, columns - indent.count)).enumerated().map {
      ($0.offset == 0 ? indent : space) + $0.element
    }
  }

  /// Verdicts in one width.
  static func word(_ verdict: ProbeVerdict) -> String {
    switch verdict {
    case .pass: "ok  "
    case .fail: "FAIL"
    case .warn: "warn"
    case .notRun: "–   "
    case .pushedBack: "wait"
    }
  }

  private func look(_ verdict: ProbeVerdict) -> TerminalStyle.Look {
    switch verdict {
    case .pass: .good
    case .fail: .bad
    case .warn, .pushedBack: .attention
    case .notRun: .muted
    }
  }
}
