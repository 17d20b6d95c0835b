import Analysis
import ByteScanning
import Foundation
import LogFormats
import MailModel
import StateStore

/// Reads what is new of the planned sources and commits it, round by round.
struct StateRecorder {
  var session: StateSession
  var planner: RoundPlanner
  let context: AnalysisContext
  let limits: UnpackLimits
  let threads: Int
  let progress: ProgressMeter?
  let run: StoredRun
  var sources: [PlannedSource]
  private(set) var ledger: SourceLedger
  /// Counts of this run by source, in the order of reading.
  private(set) var counts: [Int: [LineCounts]] = [:]
  /// Sources of which nothing was new.
  private(set) var quiet: Set<Int> = []
  /// Sources that are looked at again in the next run, because their last line has no end yet.
  private(set) var waiting: Set<Int> = []
  /// What has to be said of sources that were read all the same.
  private(set) var remarks: [Int: String] = [:]
  /// Sources that could not be read, with the reason.
  private(set) var faults: [Int: String] = [:]
  /// Sources that are not new and may hold the same lines.
  var references: [PlannedSource] = []
  /// Sources that are all later than those that may hold the same lines.
  var later: Set<Int> = []
  /// Of the sources and of what is not new.
  var names: [LogName] = []
  var spans: SourceSpans?
  /// Sources whose lines stand in others, with the path of one of these: they were passed over.
  var repeated: [Int: String] = [:]
  /// Sources of which some lines stand in others and are passed over, with the path of one of these.
  var partly: [Int: String] = [:]
  /// Sources that hold lines of others and lines of their own, with the path of one of these: what both hold counts twice.
  var overlaps: [Int: String] = [:]
  /// How long the last line of a packed log may wait for its end, in seconds: it may be packed, or copied, just now.
  static let patience: Int64 = 600
  /// Logs of which there is a plain file: half a line in a packed copy is whole there.
  private var plain: Set<Int64> = []
  /// What was read of other servers.
  let others: SourceLedger?
  let servers: [Int64: String]
  var stored: [Int: StoredSource] = [:]
  /// What was read by the logs' paths; nothing until somebody asks.
  var series: KnownSeries?
  /// Streams of logs that are read now and are from before those of a stream that were read already.
  var late: [String: String] = [:]
  var open: [String: OpenSessions] = [:]
  private var nextSource: Int64
  /// Sessions and connection records that wait for one another.
  private(set) var join: StateJoin

  init(
    session: StateSession, sources: [PlannedSource], context: AnalysisContext, limits: UnpackLimits, threads: Int,
    progress: ProgressMeter?, planner: RoundPlanner, run: StoredRun
  ) throws(AuditFault) {
    self.session = session
    self.sources = sources
    self.context = context
    self.limits = limits
    self.threads = threads
    self.progress = progress
    self.run = run
    self.planner = planner
    do throws(StateError) {
      join = try StateJoin(session.file, part: session.part.id)
      // Where no file has changed, nobody asks for what is known of each.
      let known = sources.isEmpty ? [] : try session.file.sources(of: session.part.id)
      let now = Timestamp(seconds: run.startedAt)
      ledger = SourceLedger(known, limits: limits, now: now)
      let parts = sources.isEmpty ? [] : try session.file.parts().filter { [part = session.part.id] in $0.id != part }
      servers = Dictionary(uniqueKeysWithValues: parts.map { ($0.id, $0.server) })
      var foreign: [StoredSource] = []
      for part in parts { foreign += try session.file.sources(of: part.id) }
      others = foreign.isEmpty ? nil : SourceLedger(foreign, limits: limits, now: now)
      nextSource = try session.file.nextSource()
      let reader = StateReader(file: session.file, limits: context.limits, seed: context.seed)
      for stream in sources.isEmpty ? [] : try session.file.streams(of: session.part.id) {
        open[stream.name] = try reader.sessions(stream)
      }
      try takeServers(reader)
    } catch {
      throw .state(error)
    }
  }

  /// Reads everything that is new.
  mutating func record() async throws(AuditFault) {
    // Of a syslog daemon's what is rather read comes before others with the same lines; files in which a log was seen last
    // come before copies of them, plain ones before packed ones.
    takeNames()
    let ranks = sources.indices.map { [sources, names] in sources[$0].format.countsDays ? 0 : names[$0].rank }
    var pending = sources.indices.sorted { a, b in
      if ranks[a] != ranks[b] { return ranks[a] < ranks[b] }
      let (left, right) = (ledger.isFamiliar(sources[a].status), ledger.isFamiliar(sources[b].status))
      if left != right { return left }
      return sources[a].isPlain != sources[b].isPlain ? sources[a].isPlain : a < b
    }
    while !pending.isEmpty {
      var chosen: [Int] = []
      var deferred: [Int] = []
      (series, late) = (nil, [:])
      var begins: [UInt64: [ContentPrint]] = [:]
      for number in pending {
        let print = sources[number].print
        let begin = print.lineEnds.first?.hash ?? 0
        // What may be a copy of a file that is read now is looked at when that one has been read.
        if !print.isEmpty, begins[begin, default: []].contains(where: { $0.agrees(with: print) }) {
          deferred.append(number)
        } else if prepare(number) {
          chosen.append(number)
          begins[begin, default: []].append(print)
        }
      }
      try await read(chosen.sorted())
      pending = deferred
    }
  }

  /// Finds out where reading begins and ends; false when there is nothing to read.
  private mutating func prepare(_ number: Int) -> Bool {
    do {
      if case .plain(let file) = sources[number].origin {
        if file.encoding == .utf8 {
          // The last line waits for its end: it is read when it is whole.
          sources[number].end = try file.lastLineEnd(before: file.size)
        } else {
          sources[number].origin = .packed(path: file.path, member: 0)
          sources[number].canBeCut = false
          sources[number].halfLine = .left
        }
      }
      sources[number].remembersTail = true
      let isPlain = sources[number].isPlain
      var source: StoredSource
      switch try verdict(number) {
      case .nothingNew(let known):
        quiet.insert(number)
        if isPlain { plain.insert(known.id) }
        moved(known, number)
        return false
      case .undecided(let reason):
        faults[number] = reason
        return false
      case .continues(let known):
        source = known
        let clock = known.clockDay >= 0 ? CivilDate(daysSinceEpoch: Int(known.clockDay)) : nil
        goOn(number, known, at: known.offset, clock.map { ($0, known.clockMillisecond) })
      case .changed(let known, let place):
        remarks[number] = StateRecorder.changed(known, place)
        guard let place else { return false }
        source = known
        goOn(number, known, at: place.offset, place.continuation)
      case .new:
        if let server = try server(of: sources[number]) {
          faults[number] =
            "it was counted as a log of the server \(server) before. Give --server-name \(server), or another state"
          return false
        }
        sources[number].settleDay(limits)
        takeStream(number, nextSource)
        source = StoredSource(
          id: nextSource, part: session.part.id, path: sources[number].path,
          format: sources[number].format.identifier, stream: sources[number].stream)
        nextSource += 1
      }
      if sources[number].context.offset == LogTime.offsetUnknown,
        let clock = ledger.clock(of: source.stream, zone: context.zone)
      {
        sources[number].context.offset = clock
      }
      if let end = sources[number].end, end <= sources[number].start {
        quiet.insert(number)
        if source.offset > 0 { moved(source, number) }
        return false
      }
      // Of a copy the ledger knows how far it was read.
      if sources[number].start > 0, mayRepeat(number, source) { _ = repeats(number) }
      if later.contains(number) {
        waiting.insert(number)
        quiet.insert(number)
        return false
      }
      // The place in a log of another name stays where that one was read to.
      if repeated[number] != nil, source.offset > 0, LogName(path: source.path).series != names[number].series {
        return false
      }
      if isPlain { plain.insert(source.id) }
      if case .packed = sources[number].origin, sources[number].halfLine == .given {
        let age = run.startedAt - (sources[number].status?.modified ?? 0)
        sources[number].halfLine = plain.contains(source.id) || age < StateRecorder.patience ? .left : .leftWhenCut
      }
      sources[number].evidenceNumber = UInt32(clamping: source.id)
      stored[number] = source
      return true
    } catch {
      faults[number] = error.description
      return false
    }
  }

  /// Reads a known log on from a place.
  private mutating func goOn(
    _ number: Int, _ known: StoredSource, at place: Int64, _ clock: (day: CivilDate, millisecond: Int64)?
  ) {
    sources[number].start = place
    sources[number].stream = known.stream
    guard let clock, !sources[number].context.dayIsFromName, !sources[number].context.stampsCarryDay else { return }
    sources[number].context.day = clock.day
    sources[number].context.continuesAt = clock.millisecond
  }

  /// Notes under which name a log is found now.
  private mutating func moved(_ known: StoredSource, _ number: Int) {
    guard let status = sources[number].status, sources[number].isPlain else { return }
    var source = known
    source.path = sources[number].path
    source.device = status.device
    source.inode = status.inode
    if source != known, !ledger.isFamiliar(status) { stored[number] = source }
  }

  private mutating func read(_ chosen: [Int]) async throws(AuditFault) {
    let rounds: [RoundPlanner.Round]
    do { rounds = try planner.rounds(sources, chosen) } catch {
      // A file that cannot be looked at now is left to the next run, with all that was to be read beside it.
      for number in chosen { faults[number] = error.description }
      return
    }
    for round in rounds { try await read(round) }
  }

  private mutating func read(_ planned: RoundPlanner.Round) async throws(AuditFault) {
    var round = planned
    let runner = AuditRunner(sources: sources, context: context, limits: limits, progress: progress)
    while true {
      // What failed before is read no further in this run: a place behind a gap would lose the gap.
      for i in round.plans.indices { round.plans[i].pieces.removeAll { faults[$0.source] != nil } }
      let carried = round.streams.map { open[$0] ?? OpenSessions() }
      var outcome = await runner.run(round.plans, carried: carried, threads: threads)
      let broken = changedWhileRead(round, outcome)
      if broken.isEmpty {
        try commit(round, &outcome)
        return
      }
      for (number, reason) in broken { faults[number] = reason }
    }
  }

  /// Plain files that shrank, vanished or were written anew while they were read: what was read of them is not taken.
  private func changedWhileRead(_ round: RoundPlanner.Round, _ outcome: AuditRunner.Round) -> [Int: String] {
    var broken: [Int: String] = [:]
    for piece in round.plans.flatMap(\.pieces) {
      guard case .plain(let file) = sources[piece.source].origin else { continue }
      if let fault = outcome.counts[AuditRunner.PieceKey(source: piece.source, number: piece.number)]?.fault {
        broken[piece.source] = fault
      } else if (try? file.contentPrint().agrees(with: sources[piece.source].print)) != true {
        broken[piece.source] = "it was written anew while it was read; the next run reads it"
      }
    }
    return broken
  }

  private mutating func commit(_ round: RoundPlanner.Round, _ outcome: inout AuditRunner.Round) throws(AuditFault) {
    var linesBefore: [LineMark: UInt32] = [:]
    var change = StateChange()
    do {
      for piece in round.plans.flatMap(\.pieces) {
        guard var source = stored[piece.source],
          let counted = outcome.counts[AuditRunner.PieceKey(source: piece.source, number: piece.number)]
        else { continue }
        linesBefore[
          LineMark(source: UInt32(clamping: source.id), piece: UInt32(clamping: piece.number), line: 0)] =
          UInt32(clamping: source.lines)
        try source.advance(by: counted, piece: piece, of: sources[piece.source], zone: context.zone)
        stored[piece.source] = source
        counts[piece.source, default: []].append(counted)
      }
    } catch {
      throw .state(.failed(path: session.file.path, reason: "\(error)"))
    }
    let map: (LineMark) -> LineMark = { mark in
      guard mark.piece > 0 else { return mark }
      let before = linesBefore[LineMark(source: mark.source, piece: mark.piece, line: 0)] ?? 0
      return LineMark(source: mark.source, piece: 0, line: before &+ mark.line)
    }
    for number in Set(round.plans.flatMap(\.pieces).map(\.source)) {
      if let source = stored[number] { change.sources.append(source) }
    }
    for (stream, sessions) in zip(round.streams, outcome.open) { open[stream] = sessions }
    for (stream, sessions) in zip(round.streams, outcome.open) {
      var sessions = sessions
      sessions.mapMarks(map)
      open[stream] = sessions
      change.streams.append(StoredStream(part: session.part.id, name: stream, open: Data(sessions.encoded())))
    }
    // What an earlier version left is kept in today's form, with what its days have shown.
    for (name, sessions) in open where sessions.isOfEarlierForm && !round.streams.contains(name) {
      change.streams.append(StoredStream(part: session.part.id, name: name, open: Data(sessions.encoded())))
      open[name]?.isOfEarlierForm = false
    }
    var fresh: [Int64: Tally] = [:]
    if var tally = outcome.tally.take() {
      tally.mapMarks(map)
      if context.joinsConnections {
        join.take(&tally)
        change.joins = join.rows()
      }
      change.days = try days(tally, &fresh)
    }
    var progress = run
    progress.lines = Int64(counts.values.reduce(0) { $0 + $1.reduce(0) { $0 + $1.lines } })
    change.run = progress
    do throws(StateError) {
      let heads = try session.file.commit(change, part: &session.part)
      session.fresh.note(heads, fresh, part: session.part.id)
    } catch {
      throw .state(error)
    }
    for source in change.sources { ledger.note(source) }
  }

  /// Closes the run: what it read, and which files need not be opened again.
  ///
  /// - Parameter records: connection records that were read.
  mutating func finish(
    _ finished: StoredRun, records: [ConnectionSighting] = [], seen: [SeenFile]
  ) throws(AuditFault) {
    join.take(records)
    var change = StateChange()
    change.joins = join.rows()
    change.run = finished
    change.seen = seen
    change.sources = quiet.compactMap { stored[$0] }
    do throws(StateError) {
      try session.file.commit(change, part: &session.part)
    } catch {
      throw .state(error)
    }
    for source in change.sources { ledger.note(source) }
  }
}
