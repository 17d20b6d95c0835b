import Analysis
import Foundation
import IceWarpAdmin
import LogFormats
import MailModel
import StateStore

/// The report over everything that a state holds in the window.
struct StateReport {
  let audit: Audit
  let file: StateFile
  /// What the trend shall show; nothing for no trend.
  let trend: TrendSettings?

  /// The part whose logs the options of this run are about; nothing where they are about all.
  var own: Int64?

  /// The report.
  ///
  /// - Parameters:
  ///   - reading: what was read in this run, or in the last one.
  ///   - fresh: days that need not be read back; those that are asked for are taken out.
  func model(_ reading: StateReading, fresh: inout FreshDays) throws(AuditFault) -> ReportModel {
    var (builder, trend) = try builder(reading, fresh: &fresh)
    var model = builder.build()
    audit.settings.marker?.mark(&model)
    model.trend = trend
    do throws(StateError) {
      model.reading = StateLines(sources: try file.sources(), silent: reading.summaryLevel ?? []).report(model)
    } catch {
      throw .state(error)
    }
    do throws(NoticeLedgerFault) {
      let records = try file.notices.records()
      if !records.isEmpty {
        model.notices = NoticeReport(
          records, in: model.usersWithoutClaims, policy: model.policy, until: model.window.to)
      }
    } catch {
      throw .state(.failed(path: file.path, reason: error.description))
    }
    return model
  }

  /// What ports are concluded from; what the state holds of the server goes with what was handed in.
  ///
  /// - Returns: nothing without `--infer-port`.
  private func serverFacts(_ calibration: PortCalibration?) throws(StateError) -> ServerFacts? {
    guard var sources = audit.settings.inference else { return nil }
    let none = ServerFacts(policy: audit.policy)
    guard Set(try file.parts().map(\.server)).count < 2 else {
      Console.note(
        "port587: no port is concluded: the state holds several servers, and what one takes says nothing of another")
      return none
    }
    sources.calibration = calibration
    var fault: AuditFault?
    if sources.probe == nil, let kept = try file.probe() {
      var probed = sources
      (probed.probe, probed.probePath) = (kept, "the probe in \(file.path)")
      do throws(AuditFault) { return try probed.facts(audit.policy) } catch { fault = error }
    }
    do throws(AuditFault) {
      let facts = try sources.facts(audit.policy)
      if !facts.offers.isEmpty || facts.messageSubmission { return facts }
      fault =
        fault
        ?? .badSettings(
          path: file.path, reason: "it holds no probe of this server, and nothing else tells what it takes")
    } catch {
      fault = error
    }
    if let fault { Console.note("port587: no port is concluded: \(fault.line)") }
    return none
  }

  /// The clock by which the days were counted, where all logs have the same; nothing where they have not, or none was read.
  private func clock() throws(AuditFault) -> ZoneRules? {
    do throws(StateError) {
      let read = try file.sources().filter { $0.firstAt <= $0.lastAt && $0.lastLocal > .min }
      let offsets = Set(read.map { $0.lastLocal - $0.lastAt })
      guard let offset = offsets.first, offsets.count == 1, offset % 900_000 == 0 else { return nil }
      return ZoneRules(fixedOffset: Int32(clamping: offset / 1000))
    } catch {
      throw .state(error)
    }
  }

  /// What judges the facts, before it lets go of them, and the trend.
  func builder(
    _ reading: StateReading, fresh: inout FreshDays
  ) throws(AuditFault) -> (ReportBuilder, TrendReport?) {
    let calibration: PortCalibration?
    do throws(StateError) {
      calibration = try file.calibration(server: audit.serverName)
    } catch {
      throw .state(error)
    }
    // Sessions that are still open are judged here.
    var context = audit.context(keepsDays: false, calibration)
    let reader = StateReader(file: file, limits: context.limits, seed: context.seed)
    var input = audit.input(sources: reading.sources, linesBefore: [], skipped: reading.skipped)
    let range = audit.dayRange(context)
    // A state counts by day: the period of the report is that of the days that are counted.
    (context.since, context.until) = audit.period(range, by: try clock())
    (input.since, input.until) = (context.since, context.until)
    input.duplicates = reading.duplicates
    input.summaryLevelSources = reading.summaryLevel ?? []
    input.overlaps = reading.overlaps ?? []
    input.guessedDays = reading.guessedDays ?? []
    do throws(StateError) {
      let sources = try file.sources()
      input.evidencePaths = Dictionary(
        sources.map { (UInt32(clamping: $0.id), $0.path) }, uniquingKeysWith: { first, _ in first })
      input.unreadLines = sources.reduce(0) { $0 + Int($1.unrecognised + $1.malformed) }
      let read = sources.filter { $0.firstAt <= $0.lastAt }
      input.readWindow = Window(
        from: read.map(\.firstAt).min().map { Timestamp(milliseconds: $0) },
        to: read.map(\.lastAt).max().map { Timestamp(milliseconds: $0) })
      var probe = audit.settings.probe
      if probe == nil { probe = try file.probe() }
      audit.note(probe, audit.settings.preflight, in: &input)
      input.serverFacts = try serverFacts(calibration)
      // What the file of --probe says is as good as what is kept, and may be newer.
      input.signatures = try file.signatures() + (audit.settings.probe?.targets.compactMap(\.signature) ?? [])
    } catch {
      throw .state(error)
    }
    let days = try StateDays(reader, context: context, own: own)
    let (tally, trend, logins) = try days.read(range, trend: trend, input: input, fresh: &fresh)
    input.earlierLogins = logins
    input.connections = tally.joined.map { ConnectionSummary.report($0, reading.connections ?? []) }
    return (ReportBuilder(tally: tally, input: input), trend)
  }
}
