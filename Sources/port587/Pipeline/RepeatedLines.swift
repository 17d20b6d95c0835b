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
    case part(Int, Rest)
    /// What is to be read of it is later than all others.
    case later
  }

  /// What is known of the lines that stand in no other source.
  enum Rest: Equatable {
    /// Nobody looked for them.
    case unknown
    /// They cannot be read by themselves.
    case unreadable
    /// They are those in no passage.
    case outside(LinePassages)
  }

  /// What is asked of a source.
  enum Question {
    /// Whether all of its lines stand in others.
    case isWhole
    /// That, and which lines do where all had to be looked for.
    case isWholeOrSeen
    /// That, and which lines do.
    case passages
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
    func others(_ number: Int) -> [Int] {
      sources.indices.filter {
        $0 != number && whole[$0] == nil && spans.mayMeet(number, $0)
          && RepeatedLines.mayStand(sources[number], names[number], in: sources[$0], names[$0])
      }
    }
    var parts: [(Int, Int)] = []
    var seen: [Int: (rest: Rest, others: [Int])] = [:]
    // What is read least gladly is looked at first: of two that hold the same the other one stays.
    for number in sources.indices.sorted(by: { names[$1] < names[$0] }) {
      let others = others(number)
      let isLast = others.allSatisfy { names[$0] < names[number] }
      switch finding(sources[number], in: others.map { sources[$0] }, asked: isLast ? .isWholeOrSeen : .isWhole) {
      case .whole(let other): whole[number] = others[other]
      case .part(let other, let rest):
        parts.append((others[other], number))
        seen[number] = (rest, others)
      case .later, nil: break
      }
    }
    parts = parts.map { names[$1] < names[$0] ? ($1, $0) : ($0, $1) }
    var passages: [Int: (LinePassages, in: Int)] = [:]
    var asked: Set<Int> = []
    for (other, number) in parts where whole[number] == nil && asked.insert(number).inserted {
      // Of two that hold the same lines the one that is rather read keeps them.
      let others = others(number).filter { names[$0] < names[number] }
      var rest = seen[number].flatMap { $0.others == others ? $0.rest : nil } ?? .unknown
      if rest == .unknown { rest = self.rest(of: sources[number], in: others.map { sources[$0] }) }
      if case .outside(let found) = rest { passages[number] = (found, in: other) }
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

  /// Which lines of a source stand in no other one.
  private func rest(of source: PlannedSource, in others: [PlannedSource]) -> Rest {
    guard !others.isEmpty, !source.format.countsDays else { return .unreadable }
    var search = Search(source, others, limits)
    let found = FormatDispatch.lines(of: source, limits)
      .look(upTo: nil, isProof: false) { search.prove($0, within: $1) }
    return found?.passages.map { .outside($0) } ?? .unreadable
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
  /// - Parameters:
  ///   - waits: whether the other logs are still to get its newest lines: these need not be found then.
  ///   - question: what is asked; lines without dates are in no passages.
  func finding(
    _ source: PlannedSource, in others: [PlannedSource], waits: Bool = false, asked question: Question = .isWhole
  ) -> Finding? {
    guard !others.isEmpty else { return nil }
    let question = source.format.countsDays ? .isWhole : question
    let own = FormatDispatch.lines(of: source, limits)
    var search = Search(source, others, limits)
    // What two have in common may be short, but begins where one of them does.
    let (lines, near, isWhole) = own.samples(near: search.begins(in: source))
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
    if question != .passages, !missing.isEmpty, missing.count * 2 < lines.count {
      missing = search.lookEverywhere(for: missing)
    }
    if let border { missing.removeAll { $0.local > border } }
    guard let best = search.best else { return nil }
    var rest = Rest.unknown
    let mayBeWhole =
      missing.count * 10 <= lines.count && (source.format.countsDays || missing.allSatisfy(\.mayBeFolded))
    // What some lines say is proved by all: who stands in one file alone may have a few lines of many thousand.
    if isWhole, mayBeWhole || question == .passages {
      let found = own.look(upTo: border, isProof: question == .isWhole) { search.prove($0, within: $1) }
      if found?.isProven == true || found?.passages?.kept == 0 { return .whole(best) }
      if question != .isWhole { rest = found?.passages.map { .outside($0) } ?? .unreadable }
    }
    // One line without a date may be the same by chance.
    return search.count > 1 || !source.format.countsDays ? .part(best, rest) : nil
  }

  /// The time after which lines may be missing in the others, which are still to get them; those end at this time.
  private static func border(_ lines: [SampledLine], _ end: Int64) -> Int64 {
    let last = lines.reduce(Int64.min) { max($0, $1.local) }
    // Lines stand in the order in which they came, and have the times at which they were made.
    return max(end - disorder, last - patience)
  }

  /// The search for the lines of one source.
  private struct Search {
    private let others: [any SourceLines]
    private let spans: SourceSpans
    /// The latest first: a line is looked for first where its time has just begun.
    private let order: [Int]
    private var hits: [Int]
    /// How many were found in each of late.
    private var recent: [Int]
    /// Which of them have been looked through for every line.
    private var isSeen: [Bool]
    /// In which of them no line is hidden from a search by time.
    private var isInOrder: [Bool]
    let byTimeOfDay: Bool
    private static let mostBegins = 64

    init(_ source: PlannedSource, _ others: [PlannedSource], _ limits: UnpackLimits) {
      self.others = others.map { FormatDispatch.lines(of: $0, limits) }
      spans = SourceSpans(others, others.map { LogName($0) })
      order = others.indices.sorted { [spans] in spans.begins[$0] > spans.begins[$1] }
      hits = others.map { _ in 0 }
      recent = hits
      isSeen = others.map { _ in false }
      isInOrder = isSeen
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
      look(for: lines, in: order) { [byTimeOfDay] in $0.find($1, $2, byTimeOfDay: byTimeOfDay) }
    }

    /// Looks through all of the others for lines that were looked for.
    mutating func lookEverywhere(for lines: [SampledLine]) -> [SampledLine] {
      look(for: lines, in: order.filter { !isSeen[$0] }) { other, _, hashes in
        other.findAnywhere(hashes)
        return false
      }
    }

    /// Whether all of some lines from between two times stand in the others.
    mutating func prove(_ lines: LineHashes, within times: ClosedRange<Int64>?) -> Bool {
      var isUnseen = others.map { _ in true }
      var isSkipped = isUnseen
      // Lines that stand together here stand together there.
      for number in order.sorted(by: { recent[$0] > recent[$1] }) where lines.missing > 0 {
        recent[number] = 0
        if let times, !byTimeOfDay, !spans.mayHold(number, times) { continue }
        let before = lines.missing
        isSkipped[number] = false
        isUnseen[number] = !others[number].mark(lines, within: times, byTimeOfDay: byTimeOfDay)
        recent[number] = before - lines.missing
        hits[number] += recent[number]
      }
      guard lines.missing > 0 else { return true }
      // A clock that was set back hides lines from a search by time.
      guard lines.missing * 2 < lines.count else { return false }
      for number in order where isUnseen[number] && lines.missing > 0 {
        if byTimeOfDay {
          others[number].findAnywhere(lines)
        } else if !isInOrder[number] {
          isInOrder[number] = others[number].findAnywhereByOrder(lines)
        } else if isSkipped[number] {
          _ = others[number].mark(lines, within: times, byTimeOfDay: false)
        }
      }
      return lines.missing == 0
    }

    private mutating func look(
      for lines: [SampledLine], in numbers: [Int], _ find: (any SourceLines, [SampledLine], LineHashes) -> Bool
    ) -> [SampledLine] {
      var missing = lines
      for number in numbers where !missing.isEmpty {
        // A log holds nothing from long before its first line, nor from long after the first one of the next log.
        let fitting =
          byTimeOfDay ? missing : missing.filter { spans.mayHold(number, $0.local...$0.local) }
        guard !fitting.isEmpty else { continue }
        let hashes = LineHashes(fitting.map(\.hash))
        if find(others[number], fitting, hashes) { isSeen[number] = true }
        hits[number] += hashes.count - hashes.missing
        missing.removeAll { hashes.isFound($0.hash) }
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
