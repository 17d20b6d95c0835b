import ByteScanning
import LogFormats
import MailModel

/// Finds sources whose lines stand in other sources too: what somebody filtered out of a log and saved beside it, a copy with
/// other line ends or in another encoding, the same mail that a syslog daemon writes to `mail.log` and to `syslog`.
///
/// Some hundred lines from all over a source are looked for in those that may hold them. Where all are there, the source
/// need not be read; where some are, that is said. A source beside which none could hold the same lines costs nothing.
struct RepeatedLines {
  /// What is known of a source.
  enum Finding: Equatable {
    /// All of its lines stand in others, most of them in this one.
    case whole(Int)
    /// Some of its lines stand in this one too.
    case part(Int)
    /// What is to be read of it is later than all others.
    case later
  }

  let limits: UnpackLimits
  /// How much later than the end of another log a line of a syslog daemon may be that comes there soon, in milliseconds.
  private static let patience: Int64 = 120_000
  private static let probes = 24

  /// What to do with each of several sources.
  ///
  /// - Returns: those that need not be read with one that holds their lines, and pairs that have lines in common.
  func find(_ sources: [PlannedSource]) -> (whole: [Int: Int], parts: [(Int, Int)]) {
    let names = sources.map { LogName($0) }
    var whole: [Int: Int] = [:]
    var parts: [(Int, Int)] = []
    // What is read least gladly is looked at first: of two that hold the same the other one stays.
    for number in sources.indices.sorted(by: { names[$1] < names[$0] }) {
      let others = sources.indices.filter {
        $0 != number && whole[$0] == nil
          && RepeatedLines.mayRepeat(sources[number], names[number], sources[$0], names[$0])
      }
      switch finding(sources[number], in: others.map { sources[$0] }) {
      case .whole(let other): whole[number] = others[other]
      case .part(let other): parts.append((others[other], number))
      case .later, nil: break
      }
    }
    var said: Set<[String]> = []
    parts = parts.map { names[$1] < names[$0] ? ($1, $0) : ($0, $1) }.filter { one, other in
      whole[one] == nil && whole[other] == nil
        && said.insert([one, other].map { "\(names[$0].folder)/\(names[$0].series)" }.sorted()).inserted
    }
    return (whole, parts)
  }

  /// Whether two sources may hold the same lines; rotation and several servers are no reason to look.
  static func mayRepeat(_ a: PlannedSource, _ aName: LogName, _ b: PlannedSource, _ bName: LogName) -> Bool {
    guard a.formatNumber == b.formatNumber, a.pathPort == b.pathPort else { return false }
    if case .standardInput = a.origin { return false }
    if case .standardInput = b.origin { return false }
    let begin = a.beginning != nil && a.beginning == b.beginning
    guard a.format.identifier == IceWarpFormat.identifier else {
      return aName.folder == bName.folder && aName.series != bName.series && a.host == b.host
    }
    switch (a.context.dayIsFromName, b.context.dayIsFromName) {
    case (true, true):
      guard a.context.day == b.context.day else { return false }
      if aName.isUsual != bName.isUsual { return true }
      if aName.isUsual, aName.server != bName.server { return false }
      return aName.number == bName.number && (begin || a.isPlain && b.isPlain)
    case (false, false): return begin || aName.folder == bName.folder && aName.series != bName.series
    case (true, false), (false, true): return true
    }
  }

  /// What is known of a source beside those that may hold the same lines; nothing where they do not.
  func finding(_ source: PlannedSource, in others: [PlannedSource]) -> Finding? {
    guard !others.isEmpty else { return nil }
    var search = Search(source, others, limits)
    var (lines, isWhole) = SourceLines(source: source, limits: limits).samples()
    guard !lines.isEmpty else { return nil }
    if !source.format.countsDays, let end = search.end {
      lines.removeAll { $0.local > end && $0.local <= end + RepeatedLines.patience }
      guard !lines.isEmpty else { return .later }
    }
    let step = max(1, lines.count / RepeatedLines.probes)
    let probes = lines.indices.filter { $0 % step == 0 || $0 == lines.count - 1 }.map { lines[$0] }
    var missing = search.look(for: probes)
    guard missing.count < probes.count else { return nil }
    if missing.isEmpty { missing = search.look(for: lines) }
    // A clock that was set back hides lines from a search by time.
    if !missing.isEmpty, missing.count * 2 < lines.count { missing = search.lookEverywhere(for: missing) }
    guard let best = search.best else { return nil }
    // Of what cannot be read to its end it is not known what else it holds.
    if isWhole, RepeatedLines.areFolded(missing, of: lines, in: source) { return .whole(best) }
    // One line may be the same by chance.
    return search.count > 1 ? .part(best) : nil
  }

  /// Whether nothing is missing but what a syslog daemon has folded in one file and not in the other.
  ///
  /// `message repeated 3 times: [ … ]` stands where equal lines follow one another, which in `syslog` a line of somebody else
  /// may prevent. Such lines miss one by one; what one of the files has alone misses in a row.
  private static func areFolded(_ missing: [SampledLine], of lines: [SampledLine], in source: PlannedSource) -> Bool {
    if missing.isEmpty { return true }
    guard !source.format.countsDays, missing.count * 100 <= lines.count else { return false }
    let hashes = Set(missing.map(\.hash))
    let places = lines.indices.filter { hashes.contains(lines[$0].hash) }
    return places.allSatisfy { place in
      place > 0 && place + 1 < lines.count && !hashes.contains(lines[place - 1].hash)
        && !hashes.contains(lines[place + 1].hash)
    }
  }

  /// The search for the lines of one source.
  private struct Search {
    private let others: [SourceLines]
    private let begins: [Int64]
    private var hits: [Int]
    let byTimeOfDay: Bool

    init(_ source: PlannedSource, _ others: [PlannedSource], _ limits: UnpackLimits) {
      self.others = others.map { SourceLines(source: $0, limits: limits) }
      // Of a file whose days are counted it is not known yet when it begins.
      begins = others.map { $0.format.countsDays && !$0.context.tellsDay ? .min : $0.firstLocal }
      hits = others.map { _ in 0 }
      byTimeOfDay = source.format.countsDays && !source.context.tellsDay
    }

    /// How many lines were found.
    var count: Int { hits.reduce(0, +) }

    /// In which of the others most were found.
    var best: Int? { hits.indices.filter { hits[$0] > 0 }.max { hits[$0] < hits[$1] } }

    /// The latest time in the others, as far as that is seen.
    var end: Int64? { others.compactMap { $0.last() }.max() }

    /// Looks for lines and gives those that were not found.
    mutating func look(for lines: [SampledLine]) -> [SampledLine] {
      look(for: lines) { [byTimeOfDay] other, lines in other.find(lines, byTimeOfDay: byTimeOfDay) }
    }

    /// Looks through all of the others.
    mutating func lookEverywhere(for lines: [SampledLine]) -> [SampledLine] {
      look(for: lines) { other, lines in other.findAnywhere(lines) }
    }

    private mutating func look(
      for lines: [SampledLine], _ find: (SourceLines, [SampledLine]) -> Set<UInt64>
    ) -> [SampledLine] {
      var missing = lines
      for (number, other) in others.enumerated() where !missing.isEmpty {
        // A log holds nothing from long before its first line.
        let begin = begins[number]
        let fitting = byTimeOfDay || begin == .min ? missing : missing.filter { $0.local >= begin - 3_600_000 }
        guard !fitting.isEmpty else { continue }
        let found = find(other, fitting)
        hits[number] += found.count
        missing.removeAll { found.contains($0.hash) }
      }
      return missing
    }
  }
}
