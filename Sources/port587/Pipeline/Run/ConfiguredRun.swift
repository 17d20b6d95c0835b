import Analysis
import ArgumentParser
import Foundation
import MailModel
import StateStore

/// What `port587 run` does: reads what is new of every source into the state, probes, tells people, and writes what the
/// configuration asks for.
struct ConfiguredRun {
  let configuration: RunConfiguration
  let now: Timestamp
  let environment: [String: String]
  let isVerbose: Bool
  /// Says a problem, in one line.
  let say: (String) -> Void

  /// The audit of each source and the one that reports, so that what is wrong with their files is known before anything is read.
  func audits() throws(AuditFault) -> (sources: [Audit], report: Audit) {
    var report = try Audit(options: try configuration.reportOptions(), now: now)
    var audits: [Audit] = []
    for source in configuration.sources {
      var audit = try Audit(options: try configuration.options(for: source, isVerbose: isVerbose), now: now)
      // One account list for all of them: its faults are said once.
      if !audits.isEmpty {
        audit.settings.accountFaults = []
        audit.settings.bypassFault = nil
      }
      report.settings.services += audit.settings.services
      audits.append(audit)
    }
    return (audits, report)
  }

  /// Runs.
  ///
  /// Whatever goes wrong with probes and notices keeps no report from being written.
  ///
  /// - Returns: the exit status, when something is wrong.
  func run() async throws(AuditFault) -> ExitCode? {
    let (audits, reporting) = try audits()
    let path = configuration.statePath(environment)
    let notices = try configuration.noticeOptions(state: path)
    let noticeReport = try notices.map { options throws(AuditFault) in try configuration.noticeReportOptions(options) }
    var session = try StateSession(path: path, server: reporting.serverName, now: now)
    var reading = StateReading()
    var problems = RunProblems(say: say)
    var faults: [AuditFault] = []
    for (number, audit) in audits.enumerated() {
      do throws(AuditFault) {
        let others = audits.indices.filter { $0 != number }.flatMap { audits[$0].options.paths }
        if try await !audit.read(into: &session, adding: &reading, beside: others) { problems.note(ExitStatus.partly) }
      } catch {
        // What is wrong with one source keeps no other from being read; what is wrong with the state does.
        guard error.isAboutSources else { throw error }
        problems.note(error.line, ExitStatus.partly)
        faults.append(error)
      }
    }
    if let fault = faults.first, faults.count == audits.count { throw .alreadySaid(fault.status) }
    try reporting.closeJoins(&session)
    try forget(session.file, reporting)
    try reporting.fold(session.file)
    if let probes = configuration.probes {
      do throws(ProbeFault) {
        try ConfiguredProbe(configuration: probes).run(session.file, &problems)
      } catch {
        problems.note(error)
      }
    }
    var counts: NoticeCounts?
    if notices != nil, !faults.isEmpty {
      // Whoever has moved may stand in the log that is missing.
      problems.note("nobody is told by this run, since not every log could be read", ExitStatus.partly)
    } else if let notices, notices.sending.send, let silence = try silence(session.file, reporting), silence.days > 3 {
      problems.note(
        "nobody is told by this run: the last day with sessions in the logs, \(silence.last), is \(silence.days) days ago, and whoever has moved since is not known. Where do the logs go now, and is their level as before?",
        ExitStatus.partly)
    } else if let notices, let noticeReport {
      counts = ConfiguredNotices(options: notices, bounces: configuration.notices?.bounces ?? []).run(
        session.file, noticeReport, &problems)
    }
    // A run that only counts need not build a report.
    if !configuration.reports.isEmpty || configuration.metrics != nil {
      var trend = configuration.reports.isEmpty ? nil : TrendSettings(reporting.options)
      // A day to compare with that is not yet as far back as it has to be keeps no report from being written.
      trend?.comparesWherePossible = true
      let report = StateReport(audit: reporting, file: session.file, trend: trend)
      write(try report.model(reading, fresh: &session.fresh), reporting, counts, &problems)
    }
    return problems.status
  }

  /// The last day with logs, and how many days ago it was; nothing where none were counted.
  private func silence(_ file: StateFile, _ audit: Audit) throws(AuditFault) -> (last: CivilDate, days: Int64)? {
    let today = (now.seconds + Int64(audit.zone.offset(at: now.milliseconds))) / 86_400
    do throws(StateError) {
      return try file.lastDay().map { (CivilDate(daysSinceEpoch: Int($0)), today - $0) }
    } catch {
      throw .state(error)
    }
  }

  /// Removes what is older than the configuration keeps.
  ///
  /// Nothing is written when there is nothing to remove. A machine whose clock is far ahead, as before it has asked a time server, must
  /// not empty the state: it is counted back from the last day with logs where that is earlier. Notices are kept as long as the day of
  /// their cut-over is: without them everybody would be told anew.
  private func forget(_ file: StateFile, _ audit: Audit) throws(AuditFault) {
    let retention = Int64(configuration.retentionDays)
    let silence = try silence(file, audit)
    let days = max(0, silence?.days ?? 0)
    if let silence, days > retention {
      say(
        "the last day with logs, \(silence.last), is \(days) days ago: retention-days is counted back from it. Is this machine's clock right?"
      )
    }
    let today = (now.seconds + Int64(audit.zone.offset(at: now.milliseconds))) / 86_400
    let first = today - days - retention
    let context = audit.context(keepsDays: true)
    _ = try StatePurge(reader: StateReader(file: file, limits: context.limits, seed: context.seed)).run(
      keeping: first...Int64.max, runsBefore: now.seconds - (today - first) * 86_400,
      noticesFrom: "\(CivilDate(daysSinceEpoch: Int(first)))", always: false)
  }

  /// Writes every report; one that cannot be written keeps no other from being written.
  private func write(
    _ model: ReportModel, _ reporting: Audit, _ notices: NoticeCounts?, _ problems: inout RunProblems
  ) {
    func write(_ options: AuditOptions, _ problems: inout RunProblems) {
      do throws(AuditFault) {
        try ReportWriter(options: options, pseudonyms: reporting.settings.pseudonyms, notices: notices).write(model)
      } catch {
        problems.note(error.line, error.status)
      }
    }
    for report in configuration.reports {
      var options = reporting.options
      options.output = report.folder
      options.language = report.language
      write(options, &problems)
    }
    if let metrics = configuration.metrics {
      var options = reporting.options
      options.metrics = metrics
      write(options, &problems)
    }
  }
}
