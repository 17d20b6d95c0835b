import Analysis
import MailModel
import Reporting
import StateStore

/// How many lines of the logs in a state were understood: a run that reads nothing new knows no less than the one before it.
struct StateLines {
  /// Every log of the state, in the order in which they came.
  let sources: [StoredSource]
  /// Those that hold only summary lines.
  let silent: [SummaryLevelSource]

  private static let day: Int64 = 86_400_000

  /// The lines of the logs that reach into the days by which a report answers: a log of March says nothing of November.
  func report(_ model: ReportModel) -> ReadingReport {
    if let trend = model.trend, ReportAnswer.goesByRecentDays(model) {
      let first = Int64(trend.recent.from.daysSinceEpoch) * StateLines.day
      return report(from: first, to: .max, isLocal: true)
    }
    return report(
      from: model.window.from?.milliseconds ?? .min, to: model.window.to?.milliseconds ?? .max, isLocal: false)
  }

  /// - Parameter isLocal: whether the borders are in the logs' own clock.
  private func report(from first: Int64, to last: Int64, isLocal: Bool) -> ReadingReport {
    var report = ReadingReport(lines: 0, unread: 0, summaryLevel: 0)
    var offsets: [String: Int64] = [:]
    // A log without any time is as old as the one that came before it.
    var latest = Int64.min
    for source in sources.sorted(by: { $0.id < $1.id }) {
      let isDated = source.firstAt <= source.lastAt
      let offset = isDated && source.lastLocal > .min ? source.lastLocal - source.lastAt : 0
      offsets[source.path] = offset
      let shift = isLocal ? offset : 0
      if isDated { latest = max(latest, source.lastAt + shift) }
      let end = isDated ? source.lastAt + shift : latest
      guard end >= first || latest == .min, !isDated || source.firstAt + shift <= last else { continue }
      report.lines += Int(source.lines)
      report.unread += Int(source.unrecognised + source.malformed)
    }
    report.summaryLevel = silent.count { source in
      let shift = isLocal ? offsets[source.path] ?? 0 : 0
      return source.to.map { $0.milliseconds + shift >= first } ?? true
        && source.from.map { $0.milliseconds + shift <= last } ?? true
    }
    return report
  }
}
