import Analysis
import Foundation
import MailModel
import StateStore

/// What `port587 run` does: reads what is new of every source into the state, and writes what the configuration asks for.
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
      if !audits.isEmpty { audit.settings.accountFaults = [] }
      report.settings.services += audit.settings.services
      audits.append(audit)
    }
    return (audits, report)
  }

  /// Runs.
  ///
  /// - Returns: whether everything that was named could be read.
  func run() async throws(AuditFault) -> Bool {
    let (audits, reporting) = try audits()
    let path = configuration.statePath(environment)
    var session = try StateSession(path: path, server: reporting.serverName, now: now)
    var reading = StateReading()
    var faults: [AuditFault] = []
    var isWhole = true
    for audit in audits {
      do throws(AuditFault) {
        if try await !audit.read(into: &session, adding: &reading) { isWhole = false }
      } catch {
        // What is wrong with one source keeps no other from being read; what is wrong with the state does.
        guard error.isAboutSources else { throw error }
        say(error.line)
        faults.append(error)
      }
    }
    if let fault = faults.first, faults.count == audits.count { throw .alreadySaid(fault.status) }
    try reporting.closeJoins(&session)
    try forget(session.file, reporting)
    try reporting.fold(session.file)
    // A run that only counts need not build a report.
    if !configuration.reports.isEmpty || configuration.metrics != nil {
      let trend = configuration.reports.isEmpty ? nil : TrendSettings(reporting.options)
      let report = StateReport(audit: reporting, file: session.file, trend: trend)
      try write(try report.model(reading), reporting.options, reporting.settings.pseudonyms)
    }
    return isWhole && faults.isEmpty
  }

  /// Removes what is older than the configuration keeps.
  ///
  /// Nothing is written when there is nothing to remove.
  private func forget(_ file: StateFile, _ audit: Audit) throws(AuditFault) {
    let local = now.seconds + Int64(audit.zone.offset(at: now.milliseconds))
    let first = local / 86_400 - Int64(configuration.retentionDays)
    do throws(StateError) {
      guard try file.holds(before: first) else { return }
      _ = try file.purge(before: first, runsBefore: now.seconds - Int64(configuration.retentionDays) * 86_400)
    } catch {
      throw .state(error)
    }
  }

  /// Writes every report; one that cannot be written keeps no other from being written.
  private func write(
    _ model: ReportModel, _ options: AuditOptions, _ pseudonyms: Pseudonyms?
  ) throws(AuditFault) {
    var fault: AuditFault?
    for report in configuration.reports {
      var options = options
      options.output = report.folder
      options.language = report.language
      do throws(AuditFault) {
        try ReportWriter(options: options, pseudonyms: pseudonyms).write(model)
      } catch {
        say(error.line)
        fault = fault ?? error
      }
    }
    if let metrics = configuration.metrics {
      var options = options
      options.metrics = metrics
      do throws(AuditFault) {
        try ReportWriter(options: options, pseudonyms: pseudonyms).write(model)
      } catch {
        say(error.line)
        fault = fault ?? error
      }
    }
    if let fault { throw .alreadySaid(fault.status) }
  }
}
