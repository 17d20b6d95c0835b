import Analysis
import ByteScanning
import Foundation
import LogFormats
import MailModel
import StateStore

/// The audit that remembers: it reads what is new and reports on all that the state holds.
extension Audit {
  func run(state path: String) async throws(AuditFault) -> Result {
    var session = try StateSession(path: path, server: serverName, now: now)
    var reading = StateReading()
    let isWhole = try await read(into: &session, adding: &reading)
    try closeJoins(&session)
    try fold(session.file)
    let isPartial = !isWhole || reading.sources.contains { !$0.complete }
    let model = try StateReport(audit: self, file: session.file, trend: TrendSettings(options), own: session.part.id)
      .model(reading, fresh: &session.fresh)
    if let joined = model.connections, !options.connections.isEmpty, !options.quiet {
      Console.note("port587: " + ConnectionSummary.line(joined))
    }
    return Result(model: model, isPartial: isPartial)
  }

  /// Reads what is new and builds no report.
  ///
  /// - Returns: whether everything that was named could be read.
  func count(state path: String) async throws(AuditFault) -> Bool {
    FreedMemory.returnToSystem()
    var session = try StateSession(path: path, server: serverName, now: now)
    var reading = StateReading()
    let isWhole = try await read(into: &session, adding: &reading)
    try closeJoins(&session)
    try fold(session.file)
    return isWhole && reading.sources.allSatisfy(\.complete)
  }

  /// Puts days together that no log will add to any more.
  func fold(_ file: StateFile) throws(AuditFault) {
    let context = context(keepsDays: true)
    let reader = StateReader(file: file, limits: context.limits, seed: context.seed)
    try DayFolding(reader, today: Audit.day(of: now.seconds, zone)).fold()
  }

  /// Reads what is new into a state.
  ///
  /// - Parameters:
  ///   - reading: what was read before in the same run; what is read now is added.
  ///   - others: what the same run reads by itself; what stands there is passed over here.
  /// - Returns: false when something that was named could not be read.
  func read(
    into session: inout StateSession, adding reading: inout StateReading, beside others: [String] = []
  ) async throws(AuditFault) -> Bool {
    var found = InputDiscovery.discover(options.paths, own: options.ownFiles)
    if reading.summaryLevel == nil, let before = try readingBefore(session.file) {
      reading.summaryLevel = before.summaryLevel
      // What counted twice is in the state's days.
      reading.overlaps = before.overlaps
    }
    let known: Set<SeenFile>
    let runNumber: Int64
    let calibration: PortCalibration?
    do throws(StateError) {
      known = Set(try session.file.seen(of: session.part.id))
      runNumber = try session.file.nextRun()
      calibration = try session.file.calibration(server: session.part.server)
    } catch {
      throw .state(error)
    }
    let unchanged = found.files.filter { $0.kind == .file && known.contains(seen($0, session.part.id)) }
    let changed = found.files.filter { $0.kind != .file || !known.contains(seen($0, session.part.id)) }
    var planner = makePlanner(calibration)
    planner.waitsForLines = true
    for file in changed {
      switch file.kind {
      case .standardInput: planner.addStandardInput()
      case .file, .stream: planner.add(file.path, file.status)
      }
    }
    planner.adoptSiblings()
    planner.shareOffsets()
    if unchanged.isEmpty, planner.waiting.isEmpty { try check(found, planner) } else { noteMissing(found) }

    let context = context(keepsDays: true, calibration)
    let run = StoredRun(
      id: runNumber, part: session.part.id, startedAt: now.seconds, finishedAt: 0, lines: 0, sources: Data())
    var recorder = try StateRecorder(
      session: session, sources: planner.sources, context: context, limits: unpackLimits, threads: threads,
      progress: progress(planner),
      planner: RoundPlanner(roundBytes: options.commitEvery.map { Int64($0) } ?? 256 << 20, pieceBytes: pieceBytes),
      run: run)
    // Also when something is thrown after a commit: what this process believes of the state has to be what is in it.
    defer {
      session.part = recorder.session.part
      session.fresh = recorder.session.fresh
    }
    let here = Set(found.files.map(\.path.description))
    let there = others.isEmpty ? [] : InputDiscovery.discover(others, own: options.ownFiles).files
    recorder.references = references(
      unchanged + there.filter { $0.kind == .file && !here.contains($0.path.description) }, beside: planner.sources,
      calibration)
    try await recorder.record()
    recorder.progress?.finish()

    var reports: [SourceReport] = []
    var summaryLevel: [SummaryLevelSource] = []
    for (number, source) in recorder.sources.enumerated() where !recorder.quiet.contains(number) {
      if let other = recorder.repeated[number], recorder.faults[number] == nil {
        found.duplicates.append(
          .init(path: FilePath(source.path), first: FilePath(other), kind: .sameLines))
        continue
      }
      if let other = recorder.partly[number], recorder.faults[number] == nil {
        found.duplicates.append(.init(path: FilePath(source.path), first: FilePath(other), kind: .someLines))
      }
      let counts = recorder.counts[number] ?? []
      var (report, _) = SourceSummary.of(source, counts, zone)
      // Of a packed log nothing was new but half a line, which waits.
      if report.lines == 0, report.complete, counts.contains(where: \.leavesHalfLine) { continue }
      if let silent = SourceSummary.summaryLevel(report, counts) { summaryLevel.append(silent) }
      if let remark = recorder.remarks[number] {
        report.complete = false
        report.fault = report.fault ?? remark
      }
      if let fault = recorder.faults[number] {
        report.complete = false
        report.fault = fault
      }
      reports.append(report)
    }
    noteFuture(reports)
    let overlaps = recorder.overlaps.sorted { $0.key < $1.key }.map { "\($0.value), \(recorder.sources[$0.key].path)" }
    let readings = reports + otherReports(found, planner).filter { !$0.complete || $0.lines > 0 }
    say(found, planner, readings, sayingIdle: unchanged.isEmpty, overlaps: overlaps)
    reading.sources += readings
    reading.add(summaryLevel)
    reading.skipped += skippedSources(found, planner)
    reading.duplicates += found.unread
    reading.overlaps = (reading.overlaps ?? []) + overlaps.filter { reading.overlaps?.contains($0) != true }
    reading.guessedDays =
      (reading.guessedDays ?? []) + recorder.sources.filter { $0.hasGuessedDays && !$0.isPassedOver }.map(\.path)
    var records = RecordReading()
    // Several sources of one run have their connection records in common.
    if !options.connections.isEmpty, reading.connections == nil {
      records = try readRecords(since: recorder.join.span.begin) { known.contains(seen($0, session.part.id)) }
      reading.connections = records.reports
      for report in records.reports where !report.complete {
        Console.note("port587: \(report.path) was not read to its end: \(report.fault ?? "unknown reason")")
      }
    }
    var finished = run
    finished.finishedAt = now.seconds
    finished.lines = Int64(reports.reduce(0) { $0 + $1.lines })
    finished.sources = reading.encoded()
    // A file is done with when every log in it was read to its end.
    var open = Set(planner.waiting)
    for (number, source) in recorder.sources.enumerated() {
      let counts = recorder.counts[number] ?? []
      if recorder.waiting.contains(number) || recorder.faults[number] != nil
        || counts.contains(where: {
          $0.fault != nil || $0.leavesHalfLine && source.encoding == TextEncoding.utf8.rawValue
        })
      {
        open.insert(String(source.path.prefix { $0 != "!" }))
      }
    }
    for file in planner.damaged + planner.unreadable { open.insert(String(file.path.prefix { $0 != "!" })) }
    let unknown = Set(planner.unknown.map(\.path))
    let done = changed.filter { file in
      let name = file.path.description
      return file.kind == .file && !open.contains(String(name.prefix { $0 != "!" })) && !unknown.contains(name)
    }
    try recorder.finish(
      finished, records: records.records, seen: (done + records.done).map { seen($0, session.part.id) })
    let named = Set(options.paths)
    return (readings + records.reports).allSatisfy(\.complete) && found.missing.isEmpty
      && !planner.unknown.contains { named.contains($0.path) }
  }

  /// What the run before this one said of its sources.
  private func readingBefore(_ file: StateFile) throws(AuditFault) -> StateReading? {
    do throws(StateError) {
      return try file.lastRun().map { StateReading.decoded($0.sources) }
    } catch {
      throw .state(error)
    }
  }

  /// Files that have not changed and may hold lines of those that have, or of new ones.
  private func references(
    _ unchanged: [DiscoveredFile], beside sources: [PlannedSource], _ calibration: PortCalibration?
  ) -> [PlannedSource] {
    let names = sources.map { LogName($0) }
    let isUndated = sources.contains { $0.format.countsDays && (!$0.context.tellsDay || $0.isDayOfNameAlone) }
    let isExtract = zip(sources, names).contains { $0.format.countsDays && !$1.isUsual }
    var planner = makePlanner(calibration)
    planner.waitsForLines = true
    for file in unchanged {
      let other = LogName(path: file.path.description)
      let mayRepeat = names.contains {
        $0.folder == other.folder && $0.series != other.series || !$0.day.isEmpty && $0.day == other.day
      }
      // What an archive holds may be of any day.
      if isUndated || mayRepeat || isExtract && other.day.isEmpty { planner.add(file.path, file.status) }
    }
    planner.adoptSiblings()
    return planner.sources
  }

  /// The report from a state alone.
  ///
  /// - Parameter comparesWherePossible: whether nothing is compared, in place of an error, where the days to compare with are too late.
  func report(state path: String, comparesWherePossible: Bool = false) throws(AuditFault) -> Result {
    let file = try StateSession.open(path, mayCreate: false, forReading: true)
    let last: StoredRun?
    do throws(StateError) {
      last = try file.lastRun()
      // A state that was made by merging has no run of its own.
      if last == nil, try file.parts().allSatisfy(\.isOwn) {
        Console.note("port587: no run on \(path) has come to its end yet; this is what was counted so far")
      }
    } catch {
      throw .state(error)
    }
    let reading = StateReading.decoded(last?.sources ?? Data())
    var trend = TrendSettings(options)
    trend.comparesWherePossible = comparesWherePossible
    let report = StateReport(audit: self, file: file, trend: trend)
    var none = FreshDays()
    return Result(model: try report.model(reading, fresh: &none), isPartial: false)
  }

  /// Says which logs have stamps of the future: they count for days that are yet to come, and a trend that ends there says nothing.
  private func noteFuture(_ reports: [SourceReport]) {
    let ahead = reports.filter { $0.to.map { $0.milliseconds > now.milliseconds + 86_400_000 } ?? false }
    guard let report = ahead.max(by: { ($0.to?.milliseconds ?? 0) < ($1.to?.milliseconds ?? 0) }), let last = report.to
    else { return }
    let who =
      ahead.count == 1
      ? "\(report.path) holds lines of the future, up to \(last)"
      : "\(ahead.count) logs hold lines of the future, up to \(last) (\(report.path))"
    Console.note(
      "port587: \(who): the server's clock was wrong, or this machine's is (\(now)), or it is the wrong year (--year). "
        + "They were counted for the days that they name; \"port587 state purge --newer-than\" removes those days")
  }

  private func seen(_ file: DiscoveredFile, _ part: Int64) -> SeenFile {
    SeenFile(
      part: part, device: file.device, inode: file.inode, size: file.size,
      modified: file.status.modifiedNanoseconds, changed: file.status.changedNanoseconds,
      path: file.path.description)
  }
}
