import ByteScanning
import LogFormats
import MailModel

/// Finds sources whose lines stand in other sources too: what somebody filtered out of a log and saved beside it, a copy with
/// other line ends or in another encoding, the same mail that a syslog daemon writes to `mail.log` and to `syslog`.
///
/// Some hundred lines from all over a source are looked for in those that may hold them. Where they are there, all of its
/// lines are looked for: where these are there too, the source need not be read; where some are, the others are read, or it
/// is said. A source beside which none could hold the same lines costs nothing.
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
  /// - Returns: those that need not be read with one that holds their lines, those of which some lines need not be read, and
  ///   pairs that have lines in common which count twice.
  func find(
    _ sources: [PlannedSource]
  ) -> (whole: [Int: Int], passages: [Int: (LinePassages, in: Int)], parts: [(Int, Int)]) {
    let names = sources.map { LogName($0) }
    let spans = SourceSpans(sources, names)
    var whole: [Int: Int] = [:]
    var parts: [(Int, Int)] = []
    // What is read least gladly is looked at first: of two that hold the same the other one stays.
    for number in sources.indices.sorted(by: { names[$1] < names[$0] }) {
      let others = sources.indices.filter {
        $0 != number && whole[$0] == nil && spans.mayMeet(number, $0)
          && RepeatedLines.mayStand(sources[number], names[number], in: sources[$0], names[$0])
      }
      switch finding(sources[number], in: others.map { sources[$0] }) {
      case .whole(let other): whole[number] = others[other]
      case .part(let other): parts.append((others[other], number))
      case .later, nil: break
      }
    }
    parts = parts.map { names[$1] < names[$0] ? ($1, $0) : ($0, $1) }
    var passages: [Int: (LinePassages, in: Int)] = [:]
    for (other, number) in parts
    where whole[number] == nil && passages[number] == nil && !sources[number].format.countsDays {
      // Of two that hold the same lines the one that is rather read keeps them.
      let others = sources.indices.filter {
        whole[$0] == nil && spans.mayMeet(number, $0) && names[$0] < names[number]
          && RepeatedLines.mayStand(sources[number], names[number], in: sources[$0], names[$0])
      }
      guard let found = self.passages(of: sources[number], in: others.map { sources[$0] }) else {
        continue
      }
      passages[number] = (found, in: other)
    }
    // Of what has its lines in others after all nothing is left to be read.
    for (number, found) in passages where found.0.kept == 0 { whole[number] = found.in }
    var said: Set<[String]> = []
    parts = parts.filter { one, other in
      whole[one] == nil && whole[other] == nil && passages[other] == nil
        && said.insert([one, other].map { "\(names[$0].folder)/\(names[$0].series)" }.sorted()).inserted
    }
    return (whole, passages.filter { whole[$0.key] == nil && !$0.value.0.ranges.isEmpty }, parts)
  }

  /// Which lines of a source stand in others.
  ///
  /// - Parameter waits: whether its newest lines are taken for found, as in `finding`.
  /// - Returns: nothing where it cannot be told.
  func passages(of source: PlannedSource, in others: [PlannedSource], waits: Bool = false) -> LinePassages? {
    var search = Search(source, others, limits)
    var border: Int64?
    if waits, let end = search.end {
      border = RepeatedLines.border(SourceLines(source: source, limits: limits).samples().lines, end)
    }
    return SourceLines(source: source, limits: limits).passages(upTo: border) { _ = search.prove($0, within: $1) }
  }

  /// Sources that hold nothing but other logs, one of which stands at their begin, each with one of these.
  ///
  /// That log is no copy then: several days were joined in one file, or a syslog daemon's files are rotated at different times.
  ///
  /// - Parameter copies: for some sources the longer one that begins with all of it.
  func joined(_ sources: [PlannedSource], beginningLike copies: [Int: Int]) -> [Int: Int] {
    let names = sources.map { LogName($0) }
    func isRather(_ one: Int, than other: Int) -> Bool {
      sources[one].format.countsDays
        ? names[one].isUsual && !names[other].isUsual
        : names[one] < names[other] && names[one].series != names[other].series
    }
    let mayBeJoined = copies.filter { copy, longer in
      isRather(copy, than: longer) && (sources[longer].size > sources[copy].size || sources[longer].size == 0)
    }
    var whole: [Int: Int] = [:]
    for number in Set(mayBeJoined.values).sorted() {
      let others = sources.indices.filter {
        isRather($0, than: number) && RepeatedLines.mayStand(sources[number], names[number], in: sources[$0], names[$0])
      }
      if case .whole(let other) = finding(sources[number], in: others.map { sources[$0] }) {
        whole[number] = others[other]
      }
    }
    return whole
  }

  /// Whether the lines of one source may all stand in another one; rotation and several servers are no reason to look.
  static func mayStand(
    _ source: PlannedSource, _ name: LogName, in other: PlannedSource, _ otherName: LogName
  ) -> Bool {
    guard source.formatNumber == other.formatNumber, source.pathPort == other.pathPort, !source.isStandardInput,
      !other.isStandardInput
    else { return false }
    guard source.format.identifier == IceWarpFormat.identifier else {
      guard !source.hosts.isDisjoint(with: other.hosts) else { return false }
      // Days of one log follow one another.
      if let series = source.series, let otherSeries = other.series, series.log == otherSeries.log,
        series.date != otherSeries.date
      {
        return false
      }
      // What takes reading all of another file is done for files that lie side by side.
      return name.folder == otherName.folder ? name.series != otherName.series : other.isPlain
    }
    // A log under the name that its server gave it is read in any case, unless it has that name twice.
    guard otherName < name || name.isUsual && otherName.isUsual else { return false }
    let beginsAlike = source.beginning != nil && source.beginning == other.beginning
    switch (source.tellsDay(beside: otherName), other.context.dayIsFromName) {
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
  /// What begins alike under another name is a copy, which the ledger knows, unless one is as its server named it.
  static func witnesses(
    _ number: Int, _ sources: [PlannedSource], _ names: [LogName], _ spans: SourceSpans
  ) -> [PlannedSource] {
    sources.indices.filter {
      spans.mayMeet(number, $0) && names[$0] < names[number]
        && mayStand(sources[number], names[number], in: sources[$0], names[$0])
        && (names[number].isOfDaemon && names[$0].isOfDaemon || names[$0].isUsual && !names[number].isUsual
          || !sources[$0].print.agrees(with: sources[number].print))
    }.map { sources[$0] }
  }

  /// What is known of a source beside those that may hold the same lines; nothing where they do not.
  ///
  /// - Parameter waits: whether the other logs are still to get its newest lines: these need not be found then.
  func finding(_ source: PlannedSource, in others: [PlannedSource], waits: Bool = false) -> Finding? {
    guard !others.isEmpty else { return nil }
    var search = Search(source, others, limits)
    // What two have in common may be short, but begins where one of them does.
    let (lines, near, isWhole) = SourceLines(source: source, limits: limits).samples(near: search.begins(in: source))
    guard !lines.isEmpty else { return nil }
    let border = source.format.countsDays || !waits ? nil : search.end.map { RepeatedLines.border(lines, $0) }
    if let border, lines.allSatisfy({ $0.local > border }), search.look(for: lines).count == lines.count {
      return .later
    }
    let step = max(1, lines.count / RepeatedLines.probes)
    let probes = lines.indices.filter { $0 % step == 0 || $0 == lines.count - 1 }.map { lines[$0] } + near
    var missing = search.look(for: probes)
    guard missing.count < probes.count else { return nil }
    if let border { missing.removeAll { $0.local > border } }
    if missing.isEmpty { missing = search.look(for: lines) }
    // A clock that was set back hides lines from a search by time.
    if !missing.isEmpty, missing.count * 2 < lines.count { missing = search.lookEverywhere(for: missing) }
    if let border { missing.removeAll { $0.local > border } }
    guard let best = search.best else { return nil }
    // What some lines say is proved by all: who stands in one file alone may have a few lines of many thousand.
    if isWhole, missing.count * 10 <= lines.count,
      SourceLines(source: source, limits: limits).areFound(upTo: border, by: { search.prove($0, within: $1) })
    {
      return .whole(best)
    }
    // One line without a date may be the same by chance.
    return search.count > 1 || !source.format.countsDays ? .part(best) : nil
  }

  /// The time after which lines may be missing in the others, which are still to get them; those end at this time.
  private static func border(_ lines: [SampledLine], _ end: Int64) -> Int64 {
    let last = lines.reduce(Int64.min) { max($0, $1.local) }
    // Lines stand in the order in which they came, and have the times at which they were made.
    return max(end - disorder, last - patience)
  }

  /// The search for the lines of one source.
  private struct Search {
    private let others: [SourceLines]
    private let spans: SourceSpans
    /// The latest first: a line is looked for first where its time has just begun.
    private let order: [Int]
    private var hits: [Int]
    /// How many were found in each of late.
    private var recent: [Int]
    let byTimeOfDay: Bool
    private static let mostBegins = 64

    init(_ source: PlannedSource, _ others: [PlannedSource], _ limits: UnpackLimits) {
      self.others = others.map { SourceLines(source: $0, limits: limits) }
      spans = SourceSpans(others, others.map { LogName($0) })
      order = others.indices.sorted { [spans] in spans.begins[$0] > spans.begins[$1] }
      hits = others.map { _ in 0 }
      recent = hits
      byTimeOfDay = source.format.countsDays && (!source.context.tellsDay || source.isDayOfNameAlone)
    }

    /// When some of the others begin: those of which that is known, and which may begin while a source goes on.
    func begins(in source: PlannedSource) -> [Int64] {
      if source.format.countsDays { return [] }
      return Array(Set(spans.begins.filter { $0 != .min && $0 > source.firstLocal })).sorted().suffix(Search.mostBegins)
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

    /// Whether all of some lines from between two times stand in the others.
    mutating func prove(_ lines: LineHashes, within times: ClosedRange<Int64>?) -> Bool {
      var isUnseen = others.map { _ in true }
      // Lines that stand together here stand together there.
      for number in order.sorted(by: { recent[$0] > recent[$1] }) where lines.missing > 0 {
        recent[number] = 0
        if let times, !byTimeOfDay, !spans.mayHold(number, times) { continue }
        let before = lines.missing
        isUnseen[number] = !others[number].mark(lines, within: times, byTimeOfDay: byTimeOfDay)
        recent[number] = before - lines.missing
        hits[number] += recent[number]
      }
      guard lines.missing > 0 else { return true }
      // A clock that was set back hides lines from a search by time.
      guard lines.missing * 2 < lines.count else { return false }
      for number in order where isUnseen[number] && lines.missing > 0 {
        _ = others[number].mark(lines, within: nil, byTimeOfDay: byTimeOfDay)
      }
      return lines.missing == 0
    }

    private mutating func look(
      for lines: [SampledLine], _ find: (SourceLines, [SampledLine]) -> Set<UInt64>
    ) -> [SampledLine] {
      var missing = lines
      for number in order where !missing.isEmpty {
        // A log holds nothing from long before its first line, nor from long after the first one of the next log.
        let fitting =
          byTimeOfDay ? missing : missing.filter { spans.mayHold(number, $0.local...$0.local) }
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

  /// Whether its day is known beside another log: the day of a name that no server gave it may be any.
  fileprivate func tellsDay(beside other: LogName) -> Bool {
    context.dayIsFromName && !(isDayOfNameAlone && other.isUsual)
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
