/// Stray records close to a session: a client that knocks twice and speaks once.
///
/// Such a record stands where the session's own would stand if that was lost, so its port matters.
struct StrayNeighbours {
  private var near = 0
  private var compared = 0
  private var different = 0

  mutating func note(
    _ strays: [Int], _ run: ClientRun, _ sessions: [SessionSighting], _ records: [ConnectionSighting],
    _ verdicts: [ClientMatching.Verdict], _ clock: ClockModel
  ) {
    guard !run.sessions.isEmpty else { return }
    let reach = (clock.tolerance.upperBound - clock.tolerance.lowerBound) * 3 / 2
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
  func risk(sessions: Int) -> Double {
    guard near > 0 else { return 0 }
    return Double(near) / Double(sessions) * (Double(different) + 0.5) / (Double(compared) + 1)
  }
}
