public import MailModel

/// Judges a bypass file and, where there is a state, holds it against what was seen.
public struct BypassJudge: Sendable {
  private let tree: BypassTree
  private let notebook: BypassNotebook?
  private let world: BypassWorld?
  private let localDomains: Set<String>
  private let idleAfterDays: Int
  private let now: Timestamp

  /// Takes the file and what is known beside it.
  public init(
    tree: BypassTree, notebook: BypassNotebook?, world: BypassWorld?, localDomains: Set<String>, idleAfterDays: Int,
    now: Timestamp
  ) {
    self.tree = tree
    self.notebook = notebook
    self.world = world
    self.localDomains = localDomains.union(world?.localDomains ?? [])
    self.idleAfterDays = idleAfterDays
    self.now = now
  }

  /// The report.
  public func report() -> BypassReport {
    let simulator = world.map { BypassSimulator(tree: tree, world: $0) }
    var notes = tree.file.notes
    if tree.file.lines.isEmpty { notes.append("The file holds no condition: nobody is freed.") }
    let known = Set(tree.file.lines.map(\.text))
    let stray = (notebook?.entries ?? []).map(\.line).filter { !known.contains($0) }
    if !stray.isEmpty {
      notes.append("Notes are kept of lines that are no longer in the file: \(stray.joined(separator: ", ")).")
    }
    return BypassReport(
      file: tree.name, generatedAt: now, notes: notes,
      lines: tree.file.lines.map { line($0, tree.name, simulator) },
      includes: tree.includes.map { include in
        BypassIncludeReport(
          path: include.path, file: include.name, includedFrom: include.includedFrom, line: include.line,
          problem: include.problem, notes: include.content?.notes ?? [],
          lines: (include.content?.lines ?? []).map { line($0, include.name ?? include.path, simulator) })
      },
      simulation: simulator?.outcome(idleAfterDays: idleAfterDays))
  }

  private func line(_ line: BypassLine, _ file: String, _ simulator: BypassSimulator?) -> BypassLineReport {
    let (risk, why) = risk(of: line, in: file)
    var report = BypassLineReport(
      number: line.number, text: line.text, kind: line.kind, valid: line.isValid, risk: risk,
      notes: line.remarks + why)
    if let wider = wider(than: line, file) { report.notes.append(wider) }
    if let entry = notebook?.entries.first(where: { $0.line == line.text }), file == tree.name {
      report.owner = entry.owner
      report.expires = entry.expires
      if let day = entry.expires, day < today {
        report.notes.append("Its time is over since \(day): take it out, or give it a new day.")
      }
    }
    guard let simulator else { return report }
    let (simulation, reason) = simulator.simulation(of: line, in: file)
    report.simulation = simulation
    if simulation != .impossible {
      let matches = simulator.matches(of: line, in: file)
      report.matches = matches
      report.idle =
        simulation == .complete || matches.lastAt != nil ? simulator.isIdle(matches, days: idleAfterDays) : nil
      if report.idle == true {
        report.notes.append(
          "Nothing has matched in the last \(idleAfterDays) days that the state covers: is it still needed?")
      }
    }
    if let reason, line.isValid { report.notes.append(reason) }
    return report
  }

  private var today: String { String(now.description.prefix(10)) }

  private func risk(of line: BypassLine, in file: String) -> (BypassRisk, [String]) {
    let own = line.risk(localDomains: localDomains)
    guard line.kind == .include, line.isValid, !tree.isMissing(behind: line, of: file) else { return own }
    let inner = tree.reach(of: line, in: file).flatMap { $0.content?.lines ?? [] }.filter { $0.kind != .include }
    return (inner.map { $0.risk(localDomains: localDomains).risk }.max() ?? .low, own.why)
  }

  /// Names a line that frees all that this one frees.
  private func wider(than line: BypassLine, _ file: String) -> String? {
    guard line.isValid, line.kind != .include else { return nil }
    for (otherFile, other) in tree.lines where other.isValid && !(otherFile == file && other.number == line.number) {
      let isBefore = otherFile == file ? other.number < line.number : true
      let place = otherFile == file ? "line \(other.number)" : "line \(other.number) of \(otherFile)"
      if other.kind == line.kind, other.item == line.item {
        if isBefore { return "It says the same as \(place)." }
        continue
      }
      if case .addresses(let wide) = other.item, case .addresses(let narrow) = line.item, wide.contains(narrow),
        wide != narrow
      {
        return "It lies within \(place) (\(other.text))."
      }
    }
    return nil
  }
}
