/// Whether the order of a log's lines is the order in which they were written.
enum LineOrder {
  /// Stamps that run backwards by more than this are a clock that was set, and say nothing of the lines' order.
  private static let jump: Int64 = 600_000

  /// Whether no two lines of one client in one file are in another order than their stamps.
  static func isKept(_ sessions: [SessionSighting], _ runs: [ClientRun]) -> Bool {
    runs.allSatisfy { run in
      run.sessions.dropFirst().allSatisfy { s in
        let (a, b) = (sessions[s - 1], sessions[s])
        return a.mark.source != b.mark.source || a.mark < b.mark || b.at - a.at > jump
      }
    }
  }

  /// For each session of a run, whether all that stand before it were surely logged before it.
  ///
  /// Within a second the lines' order tells that, if all lines of that second are of one file.
  static func boundaries(_ sessions: [SessionSighting], _ run: ClientRun) -> [Bool] {
    var known = [Bool](repeating: true, count: run.sessions.count)
    var begin = run.sessions.lowerBound
    while begin < run.sessions.upperBound {
      var end = begin + 1
      while end < run.sessions.upperBound, sessions[end].at == sessions[begin].at { end += 1 }
      if !sessions[begin..<end].allSatisfy({ $0.mark.source == sessions[begin].mark.source }) {
        for s in begin + 1..<end { known[s - run.sessions.lowerBound] = false }
      }
      begin = end
    }
    return known
  }
}
