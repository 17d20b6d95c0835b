/// Stray records close to a session: a client that knocks twice and speaks once.
///
/// Such a record stands where the session's own would stand if that was lost, so its port matters.
struct StrayNeighbours {
  private var sessions = 0
  private var near = 0
  private var compared = 0
  private var different = 0

  mutating func note(
    _ strays: [Int], _ run: ClientRun, _ sessions: [SessionSighting], _ records: [ConnectionSighting],
    _ verdicts: [ClientMatching.Verdict], _ clock: ClockModel
  ) {
    guard let first = run.sessions.first, let last = run.sessions.last else { return }
    let reach = (clock.tolerance.upperBound - clock.tolerance.lowerBound) * 3 / 2
    // In a crowd every stray record is near some session; there chance alone says how likely that is.
    let span = max(3_600_000, sessions[last].at - sessions[first].at)
    guard Int64(run.sessions.count) * 2 * reach < span / 20 else { return }
    self.sessions += run.sessions.count
    var s = run.sessions.lowerBound
    for stray in strays {
      let at = records[stray].at
      func distance(_ s: Int) -> Int64 { abs(sessions[s].at - clock.difference(at: sessions[s].at) - at) }
      while s + 1 < run.sessions.upperBound, distance(s + 1) <= distance(s) { s += 1 }
      guard distance(s) <= reach else { continue }
      near += 1
      guard verdicts[s].record >= 0 else { continue }
      compared += 1
      if records[verdicts[s].record].port != records[stray].port { different += 1 }
    }
  }

  /// How likely a session is to have such a record of another port beside it.
  var risk: Double {
    guard near > 0 else { return 0 }
    return Double(near) / Double(sessions) * (Double(different) + 0.5) / (Double(compared) + 1)
  }
}
