import MailModel

/// The lines of the terminal summary.
struct SummaryText {
  private static let userLimit = 20
  private static let refusalLimit = 8
  private static let sourceLimit = 10

  private let model: ReportModel
  private let figures: ReportFigures
  private let wording: Wording
  private let style: TerminalStyle
  private let options: ReportOptions
  private let width: Int

  init(_ model: ReportModel, _ options: ReportOptions) {
    self.model = model
    self.options = options
    figures = ReportFigures(model)
    wording = Wording(options)
    style = TerminalStyle(enabled: options.colour)
    width = max(40, options.columns)
  }

  /// All lines.
  func lines() -> [String] {
    let blocks = [
      verdict(), server(), warnings(), trend(), ports(), readiness(), notices(), users(), refusals(), advice(),
      connections(), inferred(),
      accounting(),
    ]
    return Array(blocks.filter { !$0.isEmpty }.joined(separator: [""]))
  }

  private func verdict() -> [String] {
    let verdict = Verdict(figures, wording)
    return paragraph(verdict.headline, look: look(verdict.tone)) + paragraph(verdict.conclusion, look: .strong)
      + verdict.details.flatMap { paragraph($0) }
      + paragraph("\(wording.text(.period)): \(period)", look: .muted)
  }

  /// Two lines: whether the server is ready, and the ports or the next step.
  private func server() -> [String] {
    guard let server = model.server else { return [] }
    let answer = ServerAnswer(server, reportedAt: model.generatedAt, wording)
    let look: TerminalStyle.Look =
      switch answer.tone {
      case .good: .good
      case .attention: .attention
      case .bad: .bad
      }
    let ports = (server.probe?.ports ?? []).map { port in
      "\(port.port) \(wording.book.name(port.reachability)), \(wording.checks(port))"
    }
    let second = answer.way + (ports.isEmpty ? [] : [ports.joined(separator: "; ")]) + answer.times
    return paragraph("\(wording.text(.serverQuestion)) \(answer.headline)", look: look)
      + paragraph(second.joined(separator: " · "), look: .muted)
  }

  private var period: String {
    guard model.window.from != nil || model.window.to != nil else { return wording.text(.periodUnknown) }
    let values = ["from": wording.time(model.window.from), "to": wording.time(model.window.to)]
    return wording.text(.periodFromTo, values) + " \(wording.zone(from: model.window.from, to: model.window.to))"
  }

  private func warnings() -> [String] {
    Verdict.unsaid(model).flatMap { paragraph("! " + wording.warning($0), look: .attention, indent: 2) }
  }

  private func trend() -> [String] {
    guard let trend = model.trend else { return [] }
    let words = TrendWords(trend, figures, wording)
    var lines = paragraph("\(wording.text(.trend)): \(words.burnDown) \(words.forecast)")
    if let gaps = words.gaps { lines += paragraph("! " + gaps, look: .attention, indent: 2) }
    if let verdict = trend.verdict {
      let answer = wording.text(.cutoverOn, ["day": wording.day(verdict.day)]) + ": " + words.headline(verdict)
      lines += paragraph(answer, look: look(words.tone(verdict)))
      lines += paragraph(
        ([words.share] + [words.inTime(verdict)].compactMap { $0 } + words.details).joined(separator: " "))
    }
    if let movement = trend.movement {
      let groups = Movement.allCases.map { group in
        "\(wording.book.name(group)) \(wording.number(movement.groups[group.rawValue] ?? 0))"
      }
      lines += paragraph(
        words.windows(movement) + (movement.isComparable ? " " + groups.joined(separator: ", ") : ""))
    }
    let waves = words.waves.filter { $0.count > 0 }.map {
      "\($0.number): \($0.name) (\(wording.number($0.count)))"
    }
    if !waves.isEmpty { lines += paragraph("\(wording.text(.waves)): " + waves.joined(separator: ", ")) }
    return lines
  }

  private func look(_ tone: Verdict.Tone) -> TerminalStyle.Look {
    switch tone {
    case .good: .good
    case .attention: .attention
    case .bad: .bad
    }
  }

  private func ports() -> [String] {
    guard !model.totals.byPort.isEmpty else { return [] }
    var table = SummaryTable(
      headers: [wording.text(.portColumn), wording.heading(.totalAuthenticated), wording.heading(.totalMessages), ""],
      right: [1, 2])
    for key in figures.order.sorted(model.totals.byPort.keys) {
      let count = model.totals.byPort[key] ?? PortCount()
      let role = PortRole(key: key, policy: model.policy)
      table.rows.append([
        .init(wording.port(key), role == .legacy && count.sessions > 0 ? .bad : nil),
        .init(wording.number(count.sessions)), .init(wording.number(count.messages)),
        .init(role == .unknown ? "" : wording.name(role), .muted),
      ])
    }
    return table.lines(width: width, style: style)
  }

  private func readiness() -> [String] {
    guard model.totals.users > 0 else { return [] }
    var order: [Readiness?] = [.blocked, .notReady, .moving, .unknown, .ready]
    if figures.users(in: nil) > 0 { order.append(nil) }
    var parts = order.map { "\(wording.name($0)) \(wording.number(figures.users(in: $0)))" }
    if figures.unproven > 0 { parts.append("\(wording.text(.unproven)) \(wording.number(figures.unproven))") }
    let count = order.reduce(figures.unproven) { $0 + figures.users(in: $1) }
    return paragraph(wording.counted(.users, count) + ": " + parts.joined(separator: ", "))
      + (wording.stateBasis(figures).map { paragraph($0, look: .muted) } ?? [])
  }

  /// Two lines on the last campaign: what became of the messages, and of the people whom they have reached.
  private func notices() -> [String] {
    guard let campaign = model.notices?.campaigns.first else { return [] }
    func parts(_ figures: [NoticeFigure]) -> String {
      let said = figures.enumerated().filter { $0.offset == 0 || campaign.sum($0.element.value) > 0 }
      return said.map { "\(wording.text($0.element.label)) \(wording.number(campaign.sum($0.element.value)))" }
        .joined(separator: ", ")
    }
    return paragraph(
      "\(wording.text(.noticesFor, ["day": wording.day(campaign.campaign)])): \(parts(NoticeFigure.messages))")
      + paragraph(parts(NoticeFigure.people), look: .muted)
  }

  private func users() -> [String] {
    guard !figures.users.isEmpty else { return [] }
    let roles = PortRole.allCases.filter { role in
      role == .legacy || figures.users.contains { figures.sum($0.ports, role).sessions > 0 }
    }
    var table = SummaryTable(
      headers: [wording.text(.user), wording.text(.readiness), wording.text(.refused)] + roles.map(header)
        + [wording.text(.lastSeen)],
      right: Set(2...(roles.count + 2)))
    for user in figures.users.prefix(SummaryText.userLimit) {
      let cells = roles.map { role in
        let count = figures.sum(user.ports, role)
        let text = "\(wording.number(count.messages))·\(wording.number(count.sessions))"
        return SummaryTable.Cell(count.sessions == 0 && count.messages == 0 ? "–" : text)
      }
      table.rows.append(
        [
          .init(user.identity + (isMarked(user) ? " *" : "")),
          state(of: user),
          .init(wording.number(user.refusals.values.reduce(0, +))),
        ] + cells + [.init(String(wording.time(user.lastSeenAt).prefix(10)))])
    }
    var lines = table.lines(width: width, style: style)
    let more = figures.users.count - SummaryText.userLimit
    if more > 0 {
      lines += paragraph(wording.counted(options.writesFiles ? .moreUsers : .moreUsersInFiles, more), look: .muted)
    }
    // Behind user, state and refusals, where there is room for them.
    if table.columnCount(width: width) > 3 {
      lines += paragraph("(\(wording.text(.messagesSessions)))", look: .muted)
    }
    if figures.users.prefix(SummaryText.userLimit).contains(where: isMarked) {
      lines += paragraph(wording.text(.marksNote), look: .muted)
    }
    return lines
  }

  private func state(of user: UserReport) -> SummaryTable.Cell {
    if figures.isUnproven(user) { return .init(wording.text(.unproven), .muted) }
    let state = figures.state(of: user)
    return .init(wording.name(state), look(state))
  }

  private func isMarked(_ user: UserReport) -> Bool { user.bypass != nil || user.trusted != nil }

  private func header(_ role: PortRole) -> String {
    switch role {
    case .legacy: wording.text(.legacy)
    case .submission: model.policy.submissionPorts.map(String.init).joined(separator: "/")
    case .submissions: model.policy.submissionsPorts.map(String.init).joined(separator: "/")
    case .unknown: "?"
    }
  }

  private func look(_ readiness: Readiness?) -> TerminalStyle.Look? {
    switch readiness {
    case .ready: .good
    case .moving, .unknown: .attention
    case .notReady, .blocked: .bad
    case nil: nil
    }
  }

  private func refusals() -> [String] {
    guard !model.refusals.isEmpty else { return [] }
    let sorted = model.refusals.sorted { ($1.count, $0.text) < ($0.count, $1.text) }
    var table = SummaryTable(
      headers: [wording.text(.refusals), wording.text(.count), wording.text(.identities), wording.text(.code)],
      right: [1, 2])
    for refusal in sorted.prefix(SummaryText.refusalLimit) {
      let code = ["\(refusal.code)", refusal.enhancedCode ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
      table.rows.append([
        .init("\(wording.book.name(refusal.refusalClass)): \(refusal.text)"),
        .init(wording.number(refusal.count)), .init(wording.number(refusal.identities)), .init(code),
      ])
    }
    var lines = table.lines(width: width, style: style)
    let more = sorted.count - SummaryText.refusalLimit
    if more > 0 {
      lines += paragraph(
        wording.counted(options.writesFiles ? .moreRefusals : .moreRefusalsInFiles, more), look: .muted)
    }
    return lines
  }

  private func advice() -> [String] {
    let advice = model.portAdvice.filter { $0.unknownSessions > 0 }
    guard !advice.isEmpty else { return [] }
    var lines = paragraph(wording.text(.advice), look: .strong)
    for entry in advice {
      lines += paragraph("\(entry.format): " + wording.counted(.sessionsUnknown, entry.unknownSessions))
      if !entry.servers.isEmpty {
        lines += paragraph("\(wording.text(.adviceSeenOn)): \(entry.servers.joined(separator: ", "))", indent: 2)
      }
      for remedy in entry.remedies {
        let settled = entry.settles?[remedy.rawValue].flatMap { $0 > 0 ? $0 : nil }
        let settles = settled.map { " " + wording.counted(.remedySettles, $0) } ?? ""
        lines += paragraph("- " + wording.book.action(remedy) + settles, indent: 2)
        // A command is never wrapped: it is there to be copied.
        let commands =
          remedy == .connectionLog
          ? RecordingCommands.usual(entry.platform, model.policy, options.language) : RemedyCommands.lines(for: remedy)
        lines += commands.map { "    " + $0 }
      }
    }
    return lines
  }

  private func connections() -> [String] {
    guard let report = model.connections else { return [] }
    return paragraph(wording.text(.connectionsTitle), look: .strong)
      + ConnectionWording(report, wording).sentences.flatMap { paragraph($0) }
  }

  private func inferred() -> [String] {
    guard let report = model.inferred else { return [] }
    var lines =
      paragraph(wording.text(.inferredTitle), look: .strong)
      + paragraph(wording.text(.inferredIntro) + " " + wording.facts(report))
    for row in report.rules { lines += paragraph("- " + wording.inferred(row), indent: 2) }
    return lines + paragraph(wording.counted(.inferredUndecided, report.undecided))
  }

  private func accounting() -> [String] {
    func sum(_ part: (SourceReport) -> Int) -> String { wording.number(model.sources.map(part).reduce(0, +)) }
    let values = [
      "lines": sum(\.lines), "events": sum(\.events), "ignored": sum(\.ignored),
      "unrecognised": sum(\.unrecognised), "malformed": sum(\.malformed),
    ]
    let broken = model.sources.filter { !$0.complete }
    var lines = paragraph(wording.text(.accountingLine, values), look: .muted)
    for source in broken.prefix(SummaryText.sourceLimit) {
      let reason = wording.text(.incompleteBecause, ["reason": source.fault ?? "–"])
      lines += paragraph("! \(source.path): \(reason)", look: .attention, indent: 2)
    }
    return lines
  }

  /// Words wrapped to the width, made harmless, all lines but the first indented.
  private func paragraph(_ text: String, look: TerminalStyle.Look? = nil, indent: Int = 0) -> [String] {
    let space = String(repeating: " ", count: indent)
    let lines = TextWidth.wrap(VisibleText.make(text), to: width - indent)
    return lines.enumerated().map { style.apply(look, ($0.offset == 0 ? "" : space) + $0.element) }
  }
}
