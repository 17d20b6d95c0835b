import MailModel

extension Wording {
  /// Failed and warned checks of a port, for instance `1 failed, 2 to look at`.
  func checks(_ port: ServerPort) -> String {
    let parts = [ProbeVerdict.fail, .warn, .pushedBack].compactMap { verdict -> String? in
      let count = port.findings.count { $0.verdict == verdict }
      return count > 0 ? "\(number(count)) \(book.name(verdict))" : nil
    }
    return parts.isEmpty ? text(.allPassed) : parts.joined(separator: ", ")
  }

  /// A probe's verdict in one line.
  func verdict(_ result: ProbeResult) -> String {
    if result.ready { return text(.probeReady) }
    if result.blockers.isEmpty { return text(.probeNotJudged) }
    return text(.probeNotReady, ["blockers": result.blockers.joined(separator: ", ")])
  }

  /// What a check asserts; a check of a later version stays in English.
  func title(_ id: String, _ english: String) -> String { book.title(ofCheck: id) ?? english }

  /// What to change when a check fails or warns; nothing where the check names nothing.
  func remedy(_ id: String, _ english: String?) -> String? {
    english == ProbeCheck.remedyForUnknownName
      ? text(.unknownNameRemedy) : english.map { book.remedy(ofCheck: id) ?? $0 }
  }

  /// The day of a moment; a dash when there is none.
  func day(_ time: Timestamp?) -> String { time.map { String(self.time($0).prefix(10)) } ?? "–" }
}
