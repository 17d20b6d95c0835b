import MailModel

/// Holds a bypass file against what was seen.
struct BypassSimulator {
  let tree: BypassTree
  let world: BypassWorld

  /// What one line, with what it includes, would have let pass.
  func matches(of line: BypassLine, in file: String) -> BypassMatches {
    let lines = included(line, file)
    var matches = BypassMatches()
    for sighting in world.sightings {
      switch decision(lines, sighting) {
      case .no: continue
      case .undecided: matches.undecided += sighting.count
      case .yes:
        switch (sighting.kind, sighting.port) {
        case (.refusal, _): matches.refusals += sighting.count
        case (_, nil): matches.unknownPortSubmissions += sighting.count
        default: matches.legacySubmissions += sighting.count
        }
        matches.lastAt = max(matches.lastAt ?? sighting.lastAt, sighting.lastAt)
      }
    }
    let looking = lines.filter { $0.looksAtAddresses }
    guard !looking.isEmpty else { return matches }
    var sessions = 0
    for report in world.addresses {
      guard let address = IPAddress(report.address), looking.contains(where: { $0.matches(address) == true }) else {
        continue
      }
      sessions += report.sessions
      if let last = report.lastAt { matches.lastAt = max(matches.lastAt ?? last, last) }
    }
    matches.sessions = sessions
    return matches
  }

  /// How much of everything seen the whole file lets pass.
  func outcome(idleAfterDays: Int) -> BypassOutcome {
    var outcome = BypassOutcome(window: world.window, idleAfterDays: idleAfterDays)
    let lines = tree.lines.map(\.line)
    let isOpen = lines.contains { $0.simulation(world).0 == .impossible && $0.isValid } || !tree.isWhole
    for sighting in world.sightings {
      let found = decision(lines, sighting)
      var coverage = BypassCoverage(seen: sighting.count)
      if found == .yes { coverage.pass = sighting.count }
      // Where a line cannot be judged at all, what no other line frees may pass by it.
      if found == .undecided || (found == .no && isOpen) { coverage.undecided = sighting.count }
      switch (sighting.kind, sighting.port) {
      case (.refusal, _): outcome.refusals.add(coverage)
      case (_, nil): outcome.unknownPortSubmissions.add(coverage)
      default: outcome.legacySubmissions.add(coverage)
      }
    }
    return outcome
  }

  /// Whether nothing matched in the last days that the state covers; nothing where it does not cover so many.
  func isIdle(_ matches: BypassMatches, days: Int) -> Bool? {
    guard let from = world.window.from, let to = world.window.to else { return nil }
    let limit = Timestamp(milliseconds: to.milliseconds - Int64(days) * 86_400_000)
    if let last = matches.lastAt, last >= limit { return false }
    return from <= limit && matches.undecided == 0 ? true : nil
  }

  /// How much of a line's effect the logs tell, with what it includes.
  func simulation(of line: BypassLine, in file: String) -> (BypassSimulation, TranslatedText?) {
    guard line.kind == .include, line.isValid else { return line.simulation(world) }
    if tree.isMissing(behind: line, of: file) {
      return (
        .impossible,
        TranslatedText(
          "The file was not read.",
          pt: "O arquivo não foi lido.",
          es: "El archivo no se leyó.")
      )
    }
    let all = included(line, file).filter { $0.kind != .include }.map { $0.simulation(world).0 }
    return all.allSatisfy { $0 == .complete }
      ? (.complete, nil)
      : (
        .partial,
        TranslatedText(
          "Some lines of that file cannot be judged from logs.",
          pt: "Algumas linhas daquele arquivo não se deixam julgar pelos logs.",
          es: "Algunas líneas de ese archivo no pueden juzgarse por los registros.")
      )
  }

  func decision(_ lines: [BypassLine], _ sighting: BypassSighting) -> BypassDecision {
    var found = BypassDecision.no
    for line in lines {
      found = .either(found, line.decides(sighting, world))
      if found == .yes { break }
    }
    return found
  }

  private func included(_ line: BypassLine, _ file: String) -> [BypassLine] {
    guard line.kind == .include else { return [line] }
    return [line] + tree.reach(of: line, in: file).flatMap { $0.content?.lines ?? [] }
  }
}

extension BypassCoverage {
  fileprivate mutating func add(_ other: BypassCoverage) {
    seen += other.seen
    pass += other.pass
    undecided += other.undecided
  }
}

extension BypassLine {
  /// Whether it looks at clients' addresses.
  var looksAtAddresses: Bool {
    if case .addresses = item { return isValid }
    return false
  }
}
