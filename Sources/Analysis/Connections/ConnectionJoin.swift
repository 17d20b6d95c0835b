internal import MailModel

/// Joins SMTP sessions with records of accepted connections, so that the record's port is the session's.
///
/// What it says is true of every one-to-one matching of a client's sessions and records within the clock's tolerance that
/// leaves as few of them alone as possible; where two such matchings say different things, it says nothing.
public struct ConnectionJoin: Sendable {
  /// What became of a session.
  public enum Outcome: UInt8, Sendable, CaseIterable {
    /// One record, and no other can be meant.
    case paired
    /// Several records can be meant, and all name one port.
    case agreed
    /// Records of different ports can be meant.
    case ambiguous
    /// A record is missing here, or there is none.
    case missing
    /// Lost and stray records are so frequent that a wrong pair could look like a right one.
    case doubtful
  }

  /// A session's port with the record that tells it.
  public struct Match: Sendable {
    /// The server's port.
    public var port: UInt16
    /// The record, or one of those that can be meant.
    public var record: ConnectionMark
  }

  /// What is known of each session that waited, by the line that began it.
  public private(set) var matches: [LineMark: Match] = [:]
  /// How the clocks stand to one another; nothing when that could not be found out.
  public private(set) var clock: ClockModel?
  /// What became of sessions and records, by the day of UTC on which they were.
  public private(set) var countsByDay: [Int64: JoinCounts] = [:]
  /// The same of all days.
  public var total: JoinCounts {
    var total = JoinCounts()
    for counts in countsByDay.values { total.add(counts) }
    return total
  }
  /// How many sessions ended how, in the order of the outcomes' numbers.
  public var counts: [Int] { total.outcomes }
  /// Records of these clients that no session can have.
  public var strayRecords: Int { total.strayRecords }
  /// Sessions whose port other evidence tells too: the join says the same, and it says another.
  public var confirmed: (same: Int, other: Int) { (total.confirmed, total.contradicted) }

  private var sessions: [SessionSighting]
  private var records: [ConnectionSighting]

  /// The number of wrong ports that the whole answer may be expected to hold, by an estimate that errs upwards: one answer in ten has one.
  static let acceptedErrors = 0.1

  /// Joins; the order of the lists does not matter.
  public init(sessions given: consuming [SessionSighting], records found: consuming [ConnectionSighting]) {
    sessions = given
    records = found
    sessions.sort { a, b in a.client != b.client ? a.client < b.client : a.at != b.at ? a.at < b.at : a.mark < b.mark }
    records.sort { a, b in
      if a.client != b.client { return a.client < b.client }
      if a.at != b.at { return a.at < b.at }
      // By what they say first, so that it does not matter in which files they stand.
      if a.port != b.port { return a.port < b.port }
      if a.clientPort != b.clientPort { return a.clientPort < b.clientPort }
      return a.mark < b.mark
    }
    dropRepeats()
    let runs = clientRuns()
    clock = ClockEstimate.make(sessions, records, runs)
    guard let clock else {
      for session in sessions where session.knownPort == 0 { count(.missing, session) }
      return
    }
    join(runs, clock)
    sessions = []
    records = []
  }

  /// Drops all but the last of the SYN packets of one connection: a client repeats them after 1, 3, 7, … 63 seconds.
  private mutating func dropRepeats() {
    guard records.contains(where: { $0.clientPort != 0 }) else { return }
    var isRepeated = [Bool](repeating: false, count: records.count)
    var last: [UInt32: Int] = [:]
    for i in records.indices where records[i].clientPort != 0 {
      if i > 0, records[i - 1].client != records[i].client { last.removeAll(keepingCapacity: true) }
      let key = UInt32(records[i].clientPort) << 16 | UInt32(records[i].port)
      if let before = last[key], records[i].at - records[before].at < 70_000 { isRepeated[before] = true }
      last[key] = i
    }
    var kept: [ConnectionSighting] = []
    kept.reserveCapacity(records.count)
    for i in records.indices where !isRepeated[i] { kept.append(records[i]) }
    records = kept
  }

  private func clientRuns() -> [ClientRun] {
    var runs: [ClientRun] = []
    var s = 0
    var r = 0
    while s < sessions.count {
      let client = sessions[s].client
      let from = s
      while s < sessions.count, sessions[s].client == client { s += 1 }
      while r < records.count, records[r].client < client { r += 1 }
      let first = r
      while r < records.count, records[r].client == client { r += 1 }
      runs.append(ClientRun(sessions: from..<s, records: first..<r))
    }
    return runs
  }

  private mutating func join(_ runs: [ClientRun], _ clock: ClockModel) {
    var verdicts = [ClientMatching.Verdict](
      repeating: ClientMatching.Verdict(outcome: .missing, record: -1), count: sessions.count)
    var strays = [Int](repeating: 0, count: runs.count)
    var near = StrayNeighbours()
    var strayCount = 0
    for (number, run) in runs.enumerated() {
      var matching = ClientMatching(run, sessions, records, clock)
      matching.solve(into: &verdicts)
      strays[number] = matching.strays.count
      strayCount += matching.strays.count
      for stray in matching.strays { countsByDay[day(records[stray].at), default: JoinCounts()].strayRecords += 1 }
      near.note(matching.strays, run, sessions, records, verdicts, clock)
    }
    // Lost sessions are those without a record where the recorder was at work.
    let span = (records.map { $0.at }.min() ?? 0, records.map { $0.at }.max() ?? 0)
    var watched = 0
    var lost = 0
    for i in sessions.indices where sessions[i].at >= span.0 && sessions[i].at <= span.1 + 60_000 {
      watched += 1
      if verdicts[i].outcome == .missing { lost += 1 }
    }
    let lostShare = Double(lost) / Double(max(1, watched))
    let strayShare = Double(strayCount) / Double(max(1, records.count))
    let width = Double(clock.tolerance.upperBound - clock.tolerance.lowerBound)
    for (number, run) in runs.enumerated() {
      let chance = risk(run, strays[number], lostShare, strayShare, width)
      let risk = max(chance, lostShare * near.risk)
      let isDoubtful = risk * Double(sessions.count) > ConnectionJoin.acceptedErrors
      for i in run.sessions { conclude(i, verdicts[i], isDoubtful) }
    }
  }

  /// How likely a session of this client is to have lost its record while a stray one of another port took the place.
  private func risk(
    _ run: ClientRun, _ strays: Int, _ lostShare: Double, _ strayShare: Double, _ width: Double
  ) -> Double {
    guard lostShare > 0, strays > 0 || strayShare > 0, !run.records.isEmpty else { return 0 }
    var ports: [UInt16: Int] = [:]
    for i in run.records { ports[records[i].port, default: 0] += 1 }
    let most = ports.values.max() ?? 0
    // A client that is seen on one port only may still have one session elsewhere.
    let other = (Double(run.records.count - most) + 0.5) / (Double(run.records.count) + 1)
    let expected = Double(strays) + strayShare * Double(run.records.count)
    let span = Double(max(3_600_000, records[run.records.upperBound - 1].at - records[run.records.lowerBound].at))
    return lostShare * min(1, expected * width / span) * min(1, 2 * other)
  }

  private mutating func conclude(_ i: Int, _ verdict: ClientMatching.Verdict, _ isDoubtful: Bool) {
    var outcome = verdict.outcome
    if isDoubtful, outcome == .paired || outcome == .agreed { outcome = .doubtful }
    let isKnown = outcome == .paired || outcome == .agreed
    let session = sessions[i]
    if session.knownPort != 0 {
      guard isKnown, session.knownPort != SessionSighting.uninteresting else { return }
      let isSame = records[verdict.record].port == session.knownPort
      countsByDay[day(session.at), default: JoinCounts()].confirmed += isSame ? 1 : 0
      countsByDay[day(session.at), default: JoinCounts()].contradicted += isSame ? 0 : 1
      return
    }
    count(outcome, session)
    if isKnown {
      let record = records[verdict.record]
      matches[session.mark] = Match(port: record.port, record: record.mark)
    }
  }

  private mutating func count(_ outcome: Outcome, _ session: SessionSighting) {
    countsByDay[day(session.at), default: JoinCounts()][outcome] += 1
  }

  private func day(_ moment: Int64) -> Int64 { JoinSpan.day(of: moment) }
}
