/// The matchings of one client's sessions and records, without trying them one by one.
///
/// A session can have the records within the tolerance of its own time. Those windows are equally wide, so in the order
/// of time the earliest and the latest record of each session over all matchings come from one walk forwards and one
/// backwards. Between two neighbours who cannot take one another's record no swap crosses, and so each session's
/// candidates are few.
struct ClientMatching {
  /// What is known of a session, and the record that tells it (index), or -1.
  struct Verdict {
    var outcome: ConnectionJoin.Outcome
    var record: Int
  }

  private let run: ClientRun
  private let sessions: [SessionSighting]
  private let records: [ConnectionSighting]
  /// For each session the records within its window, ends excluded; indices into `records`.
  private var low: [Int] = []
  private var high: [Int] = []
  private var isOut: [Bool]
  private var isTaken: [Bool]
  /// As in `ClockModel`.
  private let reorder: Int64?
  /// For each session, whether it was surely logged after those before it.
  private let isInOrder: [Bool]
  /// Records that no session can have.
  private(set) var strays: [Int] = []

  init(_ run: ClientRun, _ sessions: [SessionSighting], _ records: [ConnectionSighting], _ clock: ClockModel) {
    self.run = run
    self.sessions = sessions
    self.records = records
    reorder = clock.reorder
    isInOrder = clock.reorder == nil ? [] : LineOrder.boundaries(sessions, run)
    isOut = Array(repeating: false, count: run.sessions.count)
    isTaken = Array(repeating: false, count: run.records.count)
    low.reserveCapacity(run.sessions.count)
    high.reserveCapacity(run.sessions.count)
    var l = run.records.lowerBound
    var h = l
    for s in run.sessions {
      let base = sessions[s].at - clock.difference(at: sessions[s].at)
      // A drift that runs backwards could turn windows round; the walks need them in order.
      while l < run.records.upperBound, records[l].at < base - clock.tolerance.upperBound { l += 1 }
      h = max(h, l)
      while h < run.records.upperBound, records[h].at <= base - clock.tolerance.lowerBound { h += 1 }
      low.append(l)
      high.append(h)
    }
  }

  /// Sessions with one record in their window that is in no other's.
  func lonePairs() -> [(session: Int, record: Int)] {
    var difference = [Int](repeating: 0, count: run.records.count + 1)
    for k in low.indices where high[k] > low[k] {
      difference[low[k] - run.records.lowerBound] += 1
      difference[high[k] - run.records.lowerBound] -= 1
    }
    var claims = difference
    for j in claims.indices.dropFirst() { claims[j] += claims[j - 1] }
    return low.indices.filter { high[$0] - low[$0] == 1 && claims[low[$0] - run.records.lowerBound] == 1 }
      .map { (run.sessions.lowerBound + $0, low[$0]) }
  }

  mutating func solve(into verdicts: inout [Verdict]) {
    pairByClientPort(&verdicts)
    let first = walk(forwards: true)
    let last = walk(forwards: false)
    // Where too few records lie, the walks leave sessions alone, and those between leave in doubt who was left.
    var doubtful = [Bool](repeating: false, count: first.count)
    for k in first.indices where !isOut[k] {
      doubtful[k] = first[k] < 0 || last[k] < 0 || first[k] > last[k]
    }
    // Records within reach of a session in doubt may be its own; nobody else is told by them.
    var difference = [Int](repeating: 0, count: run.records.count + 1)
    for k in doubtful.indices where doubtful[k] && high[k] > low[k] {
      difference[low[k] - run.records.lowerBound] += 1
      difference[high[k] - run.records.lowerBound] -= 1
    }
    var depth = 0
    var isDoubtful = [Bool](repeating: false, count: run.records.count)
    for j in isDoubtful.indices {
      depth += difference[j]
      isDoubtful[j] = depth > 0
    }
    var isUsed = isTaken
    for record in first where record >= 0 { isUsed[record - run.records.lowerBound] = true }
    for j in isUsed.indices where !isUsed[j] && !isDoubtful[j] { strays.append(run.records.lowerBound + j) }
    // For each record the next one that a session in doubt may have.
    var doubt = [Int](repeating: Int.max, count: isDoubtful.count + 1)
    for j in isDoubtful.indices.reversed() { doubt[j] = isDoubtful[j] ? run.records.lowerBound + j : doubt[j + 1] }
    let change = portChanges()
    var block = 0
    for k in first.indices {
      let isLast = k + 1 == first.count || isCut(k, first, last)
      if isLast {
        judge(block...k, first, last, doubtful, doubt, change, &verdicts)
        block = k + 1
      }
    }
  }

  /// Whether no matching lets sessions up to `k` and those behind it change records.
  private func isCut(_ k: Int, _ first: [Int], _ last: [Int]) -> Bool {
    let n = k + 1
    guard first[n] >= 0, last[k] >= 0, first[k] >= 0, last[n] >= 0 else { return false }
    if first[n] >= high[k] || last[k] < low[n] { return true }
    // Whoever is logged first was accepted first, but for as long as the way into the log may differ.
    guard let reorder, isInOrder[n], first[k] <= last[k], first[n] <= last[n], first[n] > last[k] else { return false }
    return records[first[n]].at - records[last[k]].at > reorder
  }

  private func judge(
    _ block: ClosedRange<Int>, _ first: [Int], _ last: [Int], _ doubtful: [Bool], _ doubt: [Int],
    _ change: [Int], _ verdicts: inout [Verdict]
  ) {
    let members = block.filter { !isOut[$0] }
    guard !members.isEmpty else { return }
    var from = Int.max
    var to = -1
    for k in members where !doubtful[k] {
      from = min(from, first[k])
      to = max(to, last[k])
    }
    for k in members {
      let s = run.sessions.lowerBound + k
      if doubtful[k] {
        verdicts[s] = Verdict(outcome: .missing, record: -1)
        continue
      }
      let a = max(low[k], from)
      let b = min(high[k] - 1, to)
      guard a <= b else { continue }
      if doubt[a - run.records.lowerBound] <= b {
        verdicts[s] = Verdict(outcome: .missing, record: -1)
      } else if change[a - run.records.lowerBound] <= b {
        verdicts[s] = Verdict(outcome: .ambiguous, record: -1)
      } else {
        verdicts[s] = Verdict(outcome: a == b ? .paired : .agreed, record: first[k])
      }
    }
  }

  /// For each record the index of the next one with another port.
  private func portChanges() -> [Int] {
    var change = [Int](repeating: run.records.upperBound, count: run.records.count)
    for j in change.indices.reversed().dropFirst() {
      let r = run.records.lowerBound + j
      change[j] = records[r].port == records[r + 1].port ? change[j + 1] : r + 1
    }
    return change
  }

  /// The record of each session when all take the earliest (or latest) that is left, or -1.
  private func walk(forwards: Bool) -> [Int] {
    var result = [Int](repeating: -1, count: low.count)
    if forwards {
      var next = run.records.lowerBound
      for k in low.indices where !isOut[k] {
        next = max(next, low[k])
        while next < high[k], isTaken[next - run.records.lowerBound] { next += 1 }
        if next < high[k] {
          result[k] = next
          next += 1
        }
      }
    } else {
      var next = run.records.upperBound - 1
      for k in low.indices.reversed() where !isOut[k] {
        next = min(next, high[k] - 1)
        while next >= low[k], isTaken[next - run.records.lowerBound] { next -= 1 }
        if next >= low[k] {
          result[k] = next
          next -= 1
        }
      }
    }
    return result
  }

  /// Where the mail log has the client's port, a record of that port within the window is the session's own.
  private mutating func pairByClientPort(_ verdicts: inout [Verdict]) {
    for k in low.indices {
      let s = run.sessions.lowerBound + k
      guard sessions[s].clientPort != 0 else { continue }
      let own = (low[k]..<high[k]).filter {
        records[$0].clientPort == sessions[s].clientPort && !isTaken[$0 - run.records.lowerBound]
      }
      guard own.count == 1, let record = own.first else { continue }
      isOut[k] = true
      isTaken[record - run.records.lowerBound] = true
      verdicts[s] = Verdict(outcome: .paired, record: record)
    }
  }
}
