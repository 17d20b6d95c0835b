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
  /// How old the newest lines of a syslog daemon may be that the other logs are still to get, in milliseconds.
  private static let patience: Int64 = 120_000
  private static let disorder: Int64 = 3_000
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
          && RepeatedLines.mayStand(sources[number], names[number], in: sources[$0], names[$0])
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

  /// Whether the lines of one source may all stand in another one; rotation and several servers are no reason to look.
  static func mayStand(
    _ source: PlannedSource, _ name: LogName, in other: PlannedSource, _ otherName: LogName
  ) -> Bool {
    guard source.formatNumber == other.formatNumber, source.pathPort == other.pathPort, !source.isStandardInput,
      !other.isStandardInput
    else { return false }
    guard source.format.identifier == IceWarpFormat.identifier else {
      return name.folder == otherName.folder && name.series != otherName.series && source.host == other.host
    }
    // A log under the name that its server gave it is read in any case.
    guard otherName < name else { return false }
    let beginsAlike = source.beginning != nil && source.beginning == other.beginning
    switch (source.context.dayIsFromName, other.context.dayIsFromName) {
    case (true, true):
      guard source.context.day == other.context.day else { return false }
      if !name.isUsual, otherName.isUsual { return true }
      if name.isUsual, name.server != otherName.server { return false }
      return name.number == otherName.number && (beginsAlike || source.isPlain && other.isPlain)
    // What takes reading all of another log is done for what may be an extract of it.
    case (false, true): return beginsAlike || other.isPlain || source.isSmall
    case (false, false):
      return beginsAlike
        || name.folder == otherName.folder && name.series != otherName.series && source.isSmall
          && (!other.isPlain || source.size <= other.size / 4)
    case (true, false): return false
    }
  }

  /// The sources that are asked, with a state, whether they hold the lines of one.
  ///
  /// Only one that is rather read is asked: were it once this one and once the other, lines of before would count again.
  /// What begins alike under another name is a copy, which the ledger knows.
  static func witnesses(_ number: Int, _ sources: [PlannedSource], _ names: [LogName]) -> [PlannedSource] {
    sources.indices.filter {
      names[$0] < names[number] && mayStand(sources[number], names[number], in: sources[$0], names[$0])
        && (names[number].isOfDaemon && names[$0].isOfDaemon || !sources[$0].print.agrees(with: sources[number].print))
    }.map { sources[$0] }
  }

  /// What is known of a source beside those that may hold the same lines; nothing where they do not.
  func finding(_ source: PlannedSource, in others: [PlannedSource]) -> Finding? {
    guard !others.isEmpty else { return nil }
    var search = Search(source, others, limits)
    let (lines, isWhole) = SourceLines(source: source, limits: limits).samples()
    guard !lines.isEmpty else { return nil }
    let border = source.format.countsDays ? nil : search.end.map { RepeatedLines.border(lines, $0) }
    if let border, lines.allSatisfy({ $0.local > border }), search.look(for: lines).count == lines.count {
      return .later
    }
    let step = max(1, lines.count / RepeatedLines.probes)
    let probes = lines.indices.filter { $0 % step == 0 || $0 == lines.count - 1 }.map { lines[$0] }
    var missing = search.look(for: probes)
    guard missing.count < probes.count else { return nil }
    if let border { missing.removeAll { $0.local > border } }
    if missing.isEmpty { missing = search.look(for: lines) }
    // A clock that was set back hides lines from a search by time.
    if !missing.isEmpty, missing.count * 2 < lines.count { missing = search.lookEverywhere(for: missing) }
    if let border { missing.removeAll { $0.local > border } }
    guard let best = search.best else { return nil }
    // Of what cannot be read to its end it is not known what else it holds.
    if isWhole, RepeatedLines.areFolded(missing, of: lines, in: source) { return .whole(best) }
    // One line may be the same by chance.
    return search.count > 1 ? .part(best) : nil
  }

  /// The time after which lines may be missing in the others, which are still to get them; those end at this time.
  private static func border(_ lines: [SampledLine], _ end: Int64) -> Int64 {
    let last = lines.reduce(Int64.min) { max($0, $1.local) }
    // Lines stand in the order in which they came, and have the times at which they were made.
    return max(end - disorder, last - patience)
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
    /// The latest first: a line is looked for first where its time has just begun.
    private let order: [Int]
    private var hits: [Int]
    let byTimeOfDay: Bool

    init(_ source: PlannedSource, _ others: [PlannedSource], _ limits: UnpackLimits) {
      self.others = others.map { SourceLines(source: $0, limits: limits) }
      // Of a file whose days are counted it is not known yet when it begins.
      begins = others.map { $0.format.countsDays && !$0.context.tellsDay ? .min : $0.firstLocal }
      order = others.indices.sorted { [begins] in begins[$0] > begins[$1] }
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
      for number in order where !missing.isEmpty {
        // A log holds nothing from long before its first line.
        let begin = begins[number]
        let fitting = byTimeOfDay || begin == .min ? missing : missing.filter { $0.local >= begin - 3_600_000 }
        guard !fitting.isEmpty else { continue }
        let found = find(others[number], fitting)
        hits[number] += found.count
        missing.removeAll { found.contains($0.hash) }
      }
      return missing
    }
  }
}

extension PlannedSource {
  fileprivate var isStandardInput: Bool {
    if case .standardInput = origin { true } else { false }
  }

  /// Whether it is as short as what somebody picks out of logs.
  fileprivate var isSmall: Bool {
    switch origin {
    case .plain(let file): file.size <= 16 << 20
    case .packed(let path, _): ((try? FileStatus(of: path))?.size ?? .max) <= 2 << 20
    case .standardInput: false
    }
  }
}
