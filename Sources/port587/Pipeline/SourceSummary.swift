import Analysis
import LogFormats
import MailModel

/// Puts the counts of a source's pieces together.
enum SourceSummary {
  static func of(_ source: PlannedSource, _ pieces: [LineCounts], _ zone: ZoneRules) -> (SourceReport, [Int]) {
    var report = SourceReport(
      path: source.path, format: source.format.identifier, compression: source.compression, encoding: source.encoding)
    var before: [Int] = []
    for piece in pieces {
      before.append(report.lines)
      for sample in piece.samples where report.samples.count < LineCounts.sampleLimit {
        report.samples.append(LineSample(line: sample.line + report.lines, text: sample.text))
      }
      report.bytes += Int(piece.bytes)
      report.lines += piece.lines
      report.events += piece.events
      report.ignored += piece.ignored
      report.unrecognised += piece.unrecognised
      report.malformed += piece.malformed
      if let first = piece.first.map({ zone.moment($0) }) { report.from = min(report.from ?? first, first) }
      if let last = piece.last.map({ zone.moment($0) }) { report.to = max(report.to ?? last, last) }
      if let fault = piece.fault {
        report.complete = false
        report.fault = fault
      }
    }
    return (report, before)
  }

  /// The source, if it holds only summary lines of messages.
  static func summaryLevel(_ source: SourceReport, _ pieces: [LineCounts]) -> SummaryLevelSource? {
    let summaries = pieces.reduce(0) { $0 + $1.summaries }
    guard summaries > 0, summaries == source.events else { return nil }
    return SummaryLevelSource(path: source.path, from: source.from, to: source.to)
  }

  /// For `--verbose`.
  static func line(_ report: SourceReport) -> String {
    "\(report.path): \(report.format), \(report.compression), \(report.lines) lines = \(report.events) events + "
      + "\(report.ignored) ignored + \(report.unrecognised) unrecognised + \(report.malformed) malformed"
  }
}
