import Analysis
import ByteScanning
import Foundation
import IceWarpAdmin
import LogFormats
import MailModel
import Reporting

/// One audit from paths to the report's model.
struct Audit {
  /// The report and what the exit status depends on.
  struct Result {
    var model: ReportModel
    /// A source could not be read to its end.
    var isPartial: Bool
    /// Whether closing the ports hurts somebody, or nobody can say that it does not.
    var isAnybodyAffected: Bool { ReportAnswer.isAnybodyAffected(model) }
  }

  /// How long the pieces of one file are that workers share.
  var pieceBytes = AuditRunner.usualPieceBytes
  /// How many distinct things are kept apart.
  var limits = TallyLimits()
  /// When unpacking stops.
  var unpackLimits = UnpackLimits()

  let options: AuditOptions
  let now: Timestamp
  let zone: ZoneRules
  let policy: PortPolicy
  var settings: AuditSettings

  init(options: AuditOptions, now: Timestamp) throws(AuditFault) {
    self.options = options
    self.now = now
    zone = MachineZone.rules(or: options.utcOffset)
    policy = options.policy
    if let since = options.since?.moment(now: now, zone: zone), let until = options.until?.moment(now: now, zone: zone),
      since >= until
    {
      throw .emptyPeriod(since: since, until: until)
    }
    settings = try AuditSettings(options)
  }

  func run() async throws(AuditFault) -> Result {
    FreedMemory.returnToSystem()
    if let state = options.state { return try await run(state: state) }
    var found = InputDiscovery.discover(options.paths, own: options.ownFiles)
    var planner = makePlanner()
    for file in found.files {
      switch file.kind {
      case .standardInput: planner.addStandardInput()
      case .file, .stream: planner.add(file.path)
      }
    }
    planner.adoptSiblings()
    planner.dropCopies()
    planner.dropRepeated()
    found.duplicates += planner.copies
    planner.shareOffsets()
    planner.settleDays()
    try check(found, planner)

    let context = context(keepsDays: false)
    let progress = progress(planner)
    let runner = AuditRunner(
      sources: planner.sources, context: context, limits: unpackLimits, progress: progress, pieceBytes: pieceBytes)
    var outcome = await runner.run(threads: threads)
    progress?.finish()
    // The report takes the counters over, so that they do not lie in memory beside it.
    var tally = outcome.takeTally()
    sayIdle(tally.listeners)
    let connections = try joinConnections(&tally)
    return report(found, planner, outcome.counts, consume tally, connections)
  }

  /// Gives sessions of unknown port the ports of the connection records, where there are any.
  func joinConnections(_ tally: inout Tally) throws(AuditFault) -> ConnectionReport? {
    guard !options.connections.isEmpty else { return nil }
    let joined = try ConnectionSummary.join(
      &tally, options.connections, policy: policy, zone: zone, audit: self, year: options.year,
      dayOf: { [zone] in Audit.day(of: $0, zone) })
    if !options.quiet { Console.note("port587: " + ConnectionSummary.line(joined)) }
    return joined
  }

  static func day(of seconds: Int64, _ zone: ZoneRules) -> CivilDate {
    let local = seconds + Int64(zone.offset(at: seconds * 1000))
    return CivilDate(daysSinceEpoch: Int(CivilDate.number(ofDayAt: local * 1000)))
  }

  var threads: Int { options.threads ?? ProcessInfo.processInfo.activeProcessorCount }

  /// `--server-name`, or this host's name.
  var serverName: String { options.serverName ?? ProcessInfo.processInfo.hostName }

  /// Whether anything is made of the report: a run that only counts need not build one.
  var isReportWanted: Bool {
    !options.quiet || options.json || options.exitCode || options.output != nil || options.metrics != nil
  }

  /// - Parameter calibration: what the state knows of how the log shows the ports.
  func makePlanner(_ calibration: PortCalibration? = nil) -> SourcePlanner {
    SourcePlanner(
      detector: FormatDetector(forced: settings.format), limits: unpackLimits,
      dayOf: { [zone] in Audit.day(of: $0, zone) }, year: options.year, offset: options.utcOffset?.seconds,
      portOfPath: options.portOfPath.map { PathPortRule($0) } + folders(calibration),
      workingFolder: FilePath(FileManager.default.currentDirectoryPath))
  }

  /// What the administrator says of a path comes first.
  private func folders(_ calibration: PortCalibration?) -> [PathPortRule] {
    (calibration?.folders ?? [:]).sorted { $0.key < $1.key }.map {
      PathPortRule(folder: $0.key, port: UInt16(clamping: $0.value))
    }
  }

  func progress(_ planner: SourcePlanner) -> ProgressMeter? {
    let total = planner.sources.reduce(Int64(0)) { $0 + $1.size }
    let shows = !options.noProgress && !options.quiet && Terminal.isTerminal(.standardError)
    return shows ? ProgressMeter(total: Int(total)) : nil
  }

  /// - Parameters:
  ///   - keepsDays: whether a state is written; then the window is no matter of counting, but of reporting.
  ///   - calibration: what the state knows of how the log shows the ports.
  func context(keepsDays: Bool, _ calibration: PortCalibration? = nil) -> AnalysisContext {
    var ports = PortContext(
      portOfAddress: Dictionary(options.portOfAddress.map { ($0.address, $0.port) }, uniquingKeysWith: { $1 }),
      services: settings.services, policy: policy)
    for (name, port) in calibration?.addresses ?? [:] {
      if let address = IPAddress(name) { ports.calibratedAddresses[address] = UInt16(clamping: port) }
    }
    ports.calibratedLabels = (calibration?.labels ?? [:]).mapValues { UInt16(clamping: $0) }
    var context = AnalysisContext(
      zone: zone, ports: ports,
      since: keepsDays ? nil : options.since?.moment(now: now, zone: zone),
      until: keepsDays ? nil : options.until?.moment(now: now, zone: zone),
      keepsDays: keepsDays, limits: limits, joinsConnections: !options.connections.isEmpty,
      seed: UInt64.random(in: 1...UInt64.max))
    if let trusted = settings.trusted { context.isTrusted = { trusted.contains($0) } }
    return context
  }

  /// The days that a window touches; a state counts by day.
  func dayRange(_ context: AnalysisContext) -> ClosedRange<Int64>? {
    func day(_ moment: Timestamp) -> Int64 {
      CivilDate.number(ofDayAt: moment.milliseconds + Int64(zone.offset(at: moment.milliseconds)) * 1000)
    }
    guard context.since != nil || context.until != nil else { return nil }
    let first = context.since.map(day) ?? Int64.min
    let last = context.until.map { day(Timestamp(milliseconds: $0.milliseconds - 1)) } ?? Int64.max
    return first...max(first, last)
  }

  /// When the first of some days begins and when the last one ends, by the server's wall clock; nothing where they are not limited.
  ///
  /// - Parameter clock: the zone of that clock, where it is another than this machine's.
  func period(_ days: ClosedRange<Int64>?, by clock: ZoneRules? = nil) -> (since: Timestamp?, until: Timestamp?) {
    let zone = clock ?? self.zone
    func moment(_ day: Int64) -> Timestamp? {
      // Far days stand for no limit.
      day.magnitude < 1 << 32 ? zone.moment(LogTime(local: day * 86_400_000)) : nil
    }
    guard let days else { return (nil, nil) }
    return (moment(days.lowerBound), moment(days.upperBound == .max ? .max : days.upperBound + 1))
  }

  func noteMissing(_ found: DiscoveredInputs) {
    for path in found.missing { Console.note("port587: \(path) does not exist") }
  }

  /// Stops where there is nothing to report on.
  func check(_ found: DiscoveredInputs, _ planner: SourcePlanner) throws(AuditFault) {
    let isNothingFound = found.files.isEmpty && found.unreadable.isEmpty
    if isNothingFound { throw .noInput(paths: found.missing.isEmpty ? options.paths : found.missing) }
    noteMissing(found)
    guard planner.sources.isEmpty, planner.empty.isEmpty, planner.damaged.isEmpty else { return }
    if !planner.unknown.isEmpty { throw .noKnownFormat(tried: planner.unknown) }
    throw .nothingReadable(
      reasons: found.unreadable.map { "\($0.path): \($0.reason)" }
        + planner.unreadable.map { "\($0.path): \($0.fault ?? "")" }
        + planner.skipped.map { "\($0.path): \($0.reason)" })
  }

  private func report(
    _ found: DiscoveredInputs, _ planner: SourcePlanner, _ counts: [[LineCounts]], _ tally: consuming Tally,
    _ connections: ConnectionReport?
  ) -> Result {
    var sources: [SourceReport] = []
    var linesBefore: [[Int]] = []
    var summaryLevel: [SummaryLevelSource] = []
    for (source, pieces) in zip(planner.sources, counts) {
      let (report, before) = SourceSummary.of(source, pieces, zone)
      sources.append(report)
      linesBefore.append(before)
      if let silent = SourceSummary.summaryLevel(report, pieces) { summaryLevel.append(silent) }
    }
    let all = sources + otherReports(found, planner)
    say(found, planner, all)
    var input = input(sources: all, linesBefore: linesBefore, skipped: skippedSources(found, planner))
    input.summaryLevelSources = summaryLevel
    input.connections = connections
    input.serverFacts = settings.serverFacts
    input.duplicates = found.unread
    input.overlaps = planner.overlaps
    input.guessedDays = planner.sources.filter(\.hasGuessedDays).map(\.path)
    let named = Set(options.paths)
    let isPartial =
      all.contains { !$0.complete } || !found.missing.isEmpty
      || connections?.sources.contains { !$0.complete } ?? false || planner.unknown.contains { named.contains($0.path) }
    var builder = ReportBuilder(tally: tally, input: input)
    var model = builder.build()
    settings.marker?.mark(&model)
    return Result(model: model, isPartial: isPartial)
  }

  /// Files that gave no line: empty, damaged, not to be opened or not there.
  func otherReports(_ found: DiscoveredInputs, _ planner: SourcePlanner) -> [SourceReport] {
    planner.empty + planner.damaged + planner.unreadable
      + found.unreadable.map { SourceReport.unread($0.path, $0.reason) }
      + found.missing.map { SourceReport.unread($0, "it does not exist") }
  }

  func skippedSources(_ found: DiscoveredInputs, _ planner: SourcePlanner) -> [SkippedSource] {
    found.skipped + planner.skipped
      + planner.unknown.map {
        SkippedSource(path: $0.path, reason: "no known format: " + $0.reasons.joined(separator: "; "))
      }
  }

  /// Says on standard error what was not read, and with `--verbose` what was.
  ///
  /// - Parameters:
  ///   - sayingIdle: whether to name patterns that stand for no source; not where not all sources are known.
  ///   - overlaps: pairs that hold some lines both, beside those that the planner has found.
  func say(
    _ found: DiscoveredInputs, _ planner: SourcePlanner, _ sources: [SourceReport], sayingIdle: Bool = true,
    overlaps: [String] = []
  ) {
    if options.verbose {
      for source in sources where source.format != "empty" && source.format != "unknown" {
        Console.note(SourceSummary.line(source))
      }
    }
    // That a path is not there was said at once.
    for source in sources where !source.complete && !found.missing.contains(source.path) {
      Console.note("port587: \(source.path) was not read to its end: \(source.fault ?? "unknown reason")")
    }
    for fault in settings.accountFaults { Console.note("port587: \(fault)") }
    if let fault = settings.bypassFault { Console.note("port587: \(fault)") }
    sayOverlaps(planner.overlaps + overlaps)
    guard !options.quiet else { return }
    for source in found.skipped + planner.skipped {
      Console.note("port587: \(source.path) was skipped: \(source.reason)")
    }
    for file in planner.unknown {
      let reasons = options.verbose ? ": " + file.reasons.joined(separator: "; ") : " (--verbose says why)"
      Console.note("port587: \(file.path) was skipped, it is no log of a known format\(reasons)")
    }
    if sayingIdle { sayIdle(planner) }
    sayRepeated(found.duplicates)
  }

  func input(sources: [SourceReport], linesBefore: [[Int]], skipped: [SkippedSource]) -> ReportInput {
    var input = ReportInput(
      policy: policy, accounts: settings.localAccounts, localDomains: settings.localDomains,
      defaultDomain: options.defaultDomain?.name, sources: sources, linesBefore: linesBefore,
      skipped: skipped, formats: LogFormats.all.map { $0.identifier },
      remedies: Dictionary(
        uniqueKeysWithValues: LogFormats.all.map { ($0.identifier, FormatNotes.of($0.identifier).remedies) }),
      since: options.since?.moment(now: now, zone: zone), until: options.until?.moment(now: now, zone: zone),
      generator: Generator(version: ProgramVersion.current), generatedAt: now)
    if let trusted = settings.trusted { input.isTrusted = { trusted.contains($0) } }
    if options.bypass != nil, let marker = settings.marker { input.isFreed = { marker.frees($0) } }
    note(settings.probe, settings.preflight, in: &input)
    return input
  }

  /// Puts what is known of the server into a report.
  func note(_ probe: ProbeResult?, _ preflight: PreflightReport?, in input: inout ReportInput) {
    guard probe != nil || preflight != nil else { return }
    input.server = ServerReport(
      probe: probe.map { ServerProbe($0) }, preflight: preflight.map { ServerPreflight($0) })
    input.signatures = probe?.targets.compactMap(\.signature) ?? []
  }
}
