public import MailModel

/// A probe's result as the one line and status that monitoring plug-ins give.
public struct ProbeAlarm: Sendable, Equatable {
  /// 0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN.
  public let status: Int
  /// For instance `PORT587 CRITICAL - P06@mail.example.com:587 | checks=40 failed=1 warned=0`.
  public let line: String

  /// Judges a result: a failed blocker or an unready server is critical, any other failed check or warning of weight a warning.
  public init(_ result: ProbeResult) {
    let checks = result.targets.flatMap { target in target.checks.map { (target, $0) } }
    let notable = checks.filter { $0.1.verdict == .fail || ($0.1.verdict == .warn && $0.1.severity != .info) }
    var about = notable.map { "\($0.1.id)@\($0.0.host):\($0.0.port)" }
    let word: String
    if !result.blockers.isEmpty {
      (status, word, about) = (2, "CRITICAL", result.blockers)
    } else if result.isUnfinished {
      (status, word) = (3, "UNKNOWN")
      about = ["could not be finished"]
    } else if !result.ready {
      (status, word) = (2, "CRITICAL")
      about = [ProbeSummary.verdict(result)]
    } else {
      (status, word) = notable.isEmpty ? (0, "OK") : (1, "WARNING")
      if notable.isEmpty { about = ["\(result.targets.count) ports"] }
    }
    var seen = Set<String>()
    // `|` begins the figures.
    let text = about.filter { seen.insert($0).inserted }.joined(separator: ", ").split(separator: "|").joined(
      separator: "/")
    let failed = checks.count { $0.1.verdict == .fail }
    let warned = checks.count { $0.1.verdict == .warn }
    line = "PORT587 \(word) - \(VisibleText.make(text)) | checks=\(checks.count) failed=\(failed) warned=\(warned)"
  }
}
