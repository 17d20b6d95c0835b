import Analysis
import Foundation
import MailModel

/// Reads the connection records, joins them with the sessions and says how well they fitted.
enum ConnectionSummary {
  /// Gives waiting sessions of the tally their ports.
  static func join(
    _ tally: inout Tally, _ paths: [String], policy: PortPolicy, zone: ZoneRules, audit: Audit, year: Int?,
    dayOf: @escaping (Int64) -> CivilDate
  ) throws(AuditFault) -> ConnectionReport {
    let found = try discover(paths)
    var reader = ConnectionReader(
      clients: tally.waitingClients, policy: policy, zone: zone, limits: audit.unpackLimits, year: year, dayOf: dayOf)
    for file in found.files { try reader.read(file.path) }
    let join = ConnectionJoin(sessions: tally.takeSightings(), records: reader.records)
    tally.settle(join)
    return report(JoinSummary(join), reader.reports + unreadable(found))
  }

  /// The files of connection records.
  static func discover(_ paths: [String]) throws(AuditFault) -> DiscoveredInputs {
    let found = InputDiscovery.discover(paths)
    if let missing = found.missing.first {
      throw .cannotRead(what: "connection records", path: missing, reason: "no such file")
    }
    return found
  }

  /// Files that could not be opened.
  static func unreadable(_ found: DiscoveredInputs) -> [SourceReport] {
    found.unreadable.map { SourceReport.unread($0.path, $0.reason) }
  }

  /// The report of a join.
  static func report(_ join: JoinSummary, _ sources: [SourceReport]) -> ConnectionReport {
    let counts = join.counts
    let clock = join.clock
    return ConnectionReport(
      sources: sources, sessions: counts.outcomes.reduce(0, +), paired: counts[.paired], agreed: counts[.agreed],
      ambiguous: counts[.ambiguous], missing: counts[.missing], doubtful: counts[.doubtful],
      strayRecords: counts.strayRecords, confirmed: counts.confirmed, contradicted: counts.contradicted,
      clockAhead: clock.map { Int($0.ahead) }, clockAheadAtEnd: clock.map { Int($0.aheadAtEnd) },
      tolerance: clock.map { Int($0.tolerance) }, isClockEstimated: clock?.isEstimated ?? false)
  }

  /// What is said on standard error, for instance that the clock is 2.4 s ahead, 99.2 % matched, 0.3 % ambiguous.
  static func line(_ report: ConnectionReport) -> String {
    func percent(_ count: Int) -> String {
      String(format: "%.1f %%", 100 * Double(count) / Double(max(1, report.sessions)))
    }
    func seconds(_ milliseconds: Int) -> String { String(format: "%.1f s", Double(abs(milliseconds)) / 1000) }
    var parts: [String] = []
    if let ahead = report.clockAhead {
      let side = ahead >= 0 ? "ahead" : "behind"
      parts.append(report.isClockEstimated ? "clock is \(seconds(ahead)) \(side)" : "taken to be of the same clock")
      if report.isClockEstimated, let end = report.clockAheadAtEnd, abs(end - ahead) >= 100 {
        parts.append("\(seconds(end)) \(end >= 0 ? "ahead" : "behind") at the end")
      }
      if let tolerance = report.tolerance { parts.append("window \(seconds(tolerance))") }
    } else {
      parts.append("the clocks could not be compared (no time difference fits), so nothing was matched")
    }
    parts.append("\(percent(report.paired + report.agreed)) of \(report.sessions) sessions matched")
    parts.append("\(percent(report.ambiguous)) ambiguous")
    parts.append("\(percent(report.missing)) without a record")
    if report.doubtful > 0 { parts.append("\(percent(report.doubtful)) left open for lost and stray records") }
    if report.confirmed + report.contradicted > 0 {
      parts.append("\(report.confirmed) ports known otherwise confirmed, \(report.contradicted) contradicted")
    }
    return "connection records: " + parts.joined(separator: ", ")
  }
}
