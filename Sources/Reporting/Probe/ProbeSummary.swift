public import MailModel

/// A probe's result for the terminal: one row per port and address, then what to look at, then the verdict.
public struct ProbeSummary: Sendable {
  private let columns: Int
  private let style: TerminalStyle
  private let showsAll: Bool
  private let wording: Wording
  private let language: Language

  /// Takes the width of the terminal, whether it has colour, whether checks that passed are listed too, and the language.
  public init(columns: Int, colour: Bool, showsAll: Bool, language: Language = .english) {
    self.columns = columns
    style = TerminalStyle(enabled: colour)
    wording = Wording(ReportOptions(language: language))
    self.language = language
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
      for (number, target) in targets.enumerated() { lines += findings(target, number, of: targets) }
    }
    lines.append(style.apply(result.ready ? .good : .bad, wording.verdict(result)))
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  /// The verdict in one line.
  static func verdict(_ result: ProbeResult) -> String { Wording(ReportOptions()).verdict(result) }

  /// Hosts in the order in which they were named.
  static func hosts(_ result: ProbeResult) -> [String] {
    var seen = Set<String>()
    return result.targets.map(\.host).filter { seen.insert($0).inserted }
  }

  private func table(_ targets: [ProbedTarget]) -> [String] {
    var table = SummaryTable(
      headers: [
        .serverAddress, .serverPort, .serverMode, .serverState, .serverTLS, .serverCertificate, .serverName,
        .serverChecks,
      ].map { (phrase: ServerPhrase) in wording.text(phrase).lowercased(except: "TLS") }, right: [1])
    table.rows = targets.map { target in
      let certificate = target.tls?.certificate
      let failed = target.checks.count { $0.verdict == .fail }
      let warned = target.checks.count { $0.verdict == .warn }
      let pushed = target.checks.count { $0.verdict == .pushedBack }
      let checks = [(failed, ProbeVerdict.fail), (warned, .warn), (pushed, .pushedBack)].filter { $0.0 > 0 }
      return [
        SummaryTable.Cell(target.address ?? "–"), SummaryTable.Cell("\(target.port)"),
        SummaryTable.Cell(target.mode.rawValue),
        SummaryTable.Cell(wording.book.name(target.reachability), target.reachability == .open ? .good : .bad),
        SummaryTable.Cell(target.tls?.version ?? "–"),
        SummaryTable.Cell(
          certificate.map { wording.book.name($0.trust) } ?? "–", certificate.map { $0.trust == .valid ? .good : .bad }),
        SummaryTable.Cell(
          certificate.map { wording.text($0.nameMatches ? .nameMatches : .nameDiffers) } ?? "–",
          certificate.map { $0.nameMatches ? .good : .bad }),
        SummaryTable.Cell(
          checks.isEmpty
            ? wording.text(.allPassed) : checks.map { "\($0.0) \(wording.book.name($0.1))" }.joined(separator: ", "),
          failed > 0 ? .bad : checks.isEmpty ? .good : .attention),
      ]
    }
    return table.lines(width: max(40, columns - 2), style: style)
  }

  /// What to look at on one port; what is the same on a later one stands at the first and names the others.
  private func findings(_ target: ProbedTarget, _ number: Int, of targets: [ProbedTarget]) -> [String] {
    let shown = target.checks.filter { check in
      if showsAll { return true }
      if check.verdict != .pushedBack, targets[..<number].contains(where: { $0.checks.contains(check) }) {
        return false
      }
      // What was not asked for is no news; a note about the network is.
      return check.verdict == .fail || check.verdict == .warn || check.verdict == .pushedBack
    }
    guard !shown.isEmpty else { return [] }
    var lines = [
      style.apply(
        .strong,
        VisibleText.make(place(target)))
    ]
    // A server that wants to be left alone says so once.
    let waiting = showsAll ? [] : shown.filter { $0.verdict == .pushedBack }
    if let first = waiting.first {
      let head = "\(word(.pushedBack)) \(waiting.map(\.id).joined(separator: ", "))"
      lines.append("  " + style.apply(.attention, head))
      lines += wrapped(first.detail, "       ")
    }
    for check in shown where showsAll || check.verdict != .pushedBack {
      let head = "\(word(check.verdict)) \(check.id) \(wording.title(check.id, check.title))"
      let weight = wording.book.name(check.severity)
      lines.append("  " + style.apply(look(check.verdict), head) + " (\(weight), \(check.rule))")
      lines += wrapped(check.detail, "       ")
      let others = showsAll ? [] : targets[(number + 1)...].filter { $0.checks.contains(check) }
      if !others.isEmpty {
        lines += wrapped(wording.text(.alsoAt, ["places": others.map(place).joined(separator: ", ")]), "       ")
      }
      if let remedy = wording.remedy(check.id, check.remedy) { lines += wrapped(remedy, "       → ") }
    }
    return lines + [""]
  }

  private func place(_ target: ProbedTarget) -> String {
    wording.text(.portOf, ["address": target.address ?? target.host, "port": "\(target.port)"])
  }

  private func wrapped(_ text: String, _ indent: String) -> [String] {
    let space = String(repeating: " ", count: indent.count)
    return TextWidth.wrap(VisibleText.make(text), to: max(30, columns - indent.count)).enumerated().map {
      ($0.offset == 0 ? indent : space) + $0.element
    }
  }

  private func word(_ verdict: ProbeVerdict) -> String {
    let mark: VerdictMark =
      switch verdict {
      case .pass: .pass
      case .fail: .fail
      case .warn: .warn
      case .notRun: .notAsked
      case .pushedBack: .wait
      }
    return mark.text(in: language)
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

extension String {
  /// In small letters, unless it is this word.
  fileprivate func lowercased(except word: String) -> String { self == word ? self : lowercased() }
}
