/// Finds how two clocks stand to one another from the times of the same connections by both.
///
/// Every session votes for its difference to every record of its client not too far away. True pairs agree on one
/// difference, chance pairs do not: the highest pile of votes is the offset. Pairs that stand alone then tell drift and
/// tolerance.
enum ClockEstimate {
  /// A time zone taken wrongly is at most this far off.
  static let farthest: Int64 = 14 * 3_600_000
  /// How far from the pile of votes a pair may lie: first with room for drift over days, then what a crowd allows.
  private static let reaches: [Int64] = [5000, 2500, 1200, 600]
  private static let pairsWanted = 100
  private static let manyPairs = 200
  private static let pairsEnough = 500_000
  private static let votesPerSession = 64
  private static let votersWanted = 200_000
  private static let segments = 24
  private static let pairsPerSegment = 40

  static func make(
    _ sessions: [SessionSighting], _ records: [ConnectionSighting], _ runs: [ClientRun]
  ) -> ClockModel? {
    guard let peak = peak(sessions, records, runs) else { return nil }
    var pairs: [(at: Int64, difference: Int64)] = []
    for reach in reaches {
      var found: [(at: Int64, difference: Int64)] = []
      for run in runs { lonePairs(run, sessions, records, peak, reach, &found) }
      if found.count > pairs.count { pairs = found }
      if pairs.count >= pairsWanted { break }
    }
    pairs.sort { ($0.at, $0.difference) < ($1.at, $1.difference) }
    guard pairs.count >= 8 else {
      // Too little to measure: one clock to the second is all that may be assumed.
      guard abs(peak) <= 1000 else { return nil }
      return ClockModel(knots: [(0, 0)], tolerance: -1500...2500, isEstimated: false, samples: pairs.count)
    }
    let coarse = (
      sessions: sessions.allSatisfy { $0.at % 1000 == 0 }, records: records.allSatisfy { $0.at % 1000 == 0 }
    )
    var model = fitted(pairs, coarseLogs: (coarse.sessions ? 1 : 0) + (coarse.records ? 1 : 0))
    guard coarse.sessions != coarse.records else { return model }
    // The rests fill a second evenly, so that only many pairs show where it begins and ends. With a window to go by, pairs
    // need no space around them: a session with one record that no other can have is enough.
    var more = pairsWithin(model, sessions, records, runs)
    if more.count > pairs.count {
      more.sort { ($0.at, $0.difference) < ($1.at, $1.difference) }
      model = fitted(more, coarseLogs: 1)
    }
    if coarse.sessions, LineOrder.isKept(sessions, runs) {
      model.reorder = max(0, model.tolerance.upperBound - model.tolerance.lowerBound - 1000)
    }
    return model
  }

  /// A clock by pairs in the order of time.
  private static func fitted(_ pairs: [(at: Int64, difference: Int64)], coarseLogs: Int) -> ClockModel {
    let count = max(1, min(segments, pairs.count / pairsPerSegment))
    var knots: [(at: Int64, difference: Int64)] = []
    for part in 0..<count {
      let slice = pairs[pairs.count * part / count..<pairs.count * (part + 1) / count]
      let sorted = slice.map { $0.difference }.sorted()
      let moment = slice.map { $0.at }.sorted()[slice.count / 2]
      if let last = knots.last, last.at >= moment { continue }
      knots.append((moment, sorted[sorted.count / 2]))
    }
    var model = ClockModel(knots: knots, tolerance: 0...0, isEstimated: true, samples: pairs.count)
    let rests = pairs.map { $0.difference - model.difference(at: $0.at) }.sorted()
    // All but one pair in 200 on either side, and room for what was not seen: half a second where stamps are whole
    // seconds, else as much as was seen.
    let cut = rests.count / 200
    let (least, most) = (rests[cut], rests[rests.count - 1 - cut])
    // Where one log alone has whole seconds, the rests fill a second evenly: of many pairs some are close to both ends.
    let isWellSeen = coarseLogs == 1 && rests.count >= manyPairs
    let margin = isWellSeen ? 150 : coarseLogs > 0 ? 500 : max(20, most - least)
    model.tolerance = (least - margin)...(most + margin)
    return model
  }

  /// Pairs of a session and the one record within its window that is in no other window.
  private static func pairsWithin(
    _ model: ClockModel, _ sessions: [SessionSighting], _ records: [ConnectionSighting], _ runs: [ClientRun]
  ) -> [(at: Int64, difference: Int64)] {
    let step = max(1, sessions.count / pairsEnough)
    var pairs: [(at: Int64, difference: Int64)] = []
    for run in runs {
      for pair in ClientMatching(run, sessions, records, model).lonePairs() where pair.session % step == 0 {
        pairs.append((sessions[pair.session].at, sessions[pair.session].at - records[pair.record].at))
      }
    }
    return pairs
  }

  /// The difference on which most pairs agree, in milliseconds; nothing when two differences are as likely.
  private static func peak(
    _ sessions: [SessionSighting], _ records: [ConnectionSighting], _ runs: [ClientRun]
  ) -> Int64? {
    // Near first: most clocks are within minutes, and a pile there need not be told from the rest of the day.
    for range in [Int64(900_000), farthest] {
      var votes = [Int32](repeating: 0, count: Int(2 * range / 500) + 3)
      var voters = 0
      let step = max(1, sessions.count / votersWanted)
      for run in runs {
        var first = run.records.lowerBound
        for s in run.sessions {
          while first < run.records.upperBound, records[first].at < sessions[s].at - range { first += 1 }
          if s % step != 0 { continue }
          voters += 1
          // The nearest records count; those of a whole day of an office would drown the rest.
          let middle = lowerBound(records, first..<run.records.upperBound, sessions[s].at)
          let from = max(first, middle - votesPerSession / 2)
          var r = from
          while r < run.records.upperBound, r < from + votesPerSession, records[r].at <= sessions[s].at + range {
            votes[Int((sessions[s].at - records[r].at + range) / 500)] += 1
            r += 1
          }
        }
      }
      // A pile is as wide as the stamps are coarse: three halves of a second.
      var best = 0
      var bestSum = 0
      var sums = [Int](repeating: 0, count: votes.count)
      for i in 1..<votes.count - 1 {
        sums[i] = Int(votes[i - 1]) + Int(votes[i]) + Int(votes[i + 1])
        if sums[i] > bestSum { (best, bestSum) = (i, sums[i]) }
      }
      let rival = sums.indices.filter { abs($0 - best) > 10 }.map { sums[$0] }.max() ?? 0
      let difference = Int64(best) * 500 - range + 250
      // By chance the second pile is nearly as high as the first.
      if Double(bestSum - rival) >= 2 * Double(bestSum).squareRoot(), bestSum > voters / 20 {
        return centre(sessions, records, runs, difference)
      }
      // Clients that come like clockwork pile votes at every period; at no difference they are one clock.
      let zero = sums[Int(range / 500) - 2...Int(range / 500) + 4].max() ?? 0
      if zero > 0, zero * 10 >= bestSum * 9 { return 0 }
    }
    return nil
  }

  /// The middle of the pile, more exactly than its bars: of the fullest second around it.
  private static func centre(
    _ sessions: [SessionSighting], _ records: [ConnectionSighting], _ runs: [ClientRun], _ peak: Int64
  ) -> Int64 {
    var differences: [Int64] = []
    for run in runs where differences.count < 1_000_000 {
      var first = run.records.lowerBound
      for s in run.sessions {
        while first < run.records.upperBound, records[first].at < sessions[s].at - peak - 1500 { first += 1 }
        var r = first
        while r < run.records.upperBound, r < first + votesPerSession, records[r].at <= sessions[s].at - peak + 1500 {
          differences.append(sessions[s].at - records[r].at)
          r += 1
        }
      }
    }
    differences.sort()
    var best = 0..<0
    var low = 0
    for high in differences.indices {
      while differences[high] - differences[low] > 1000 { low += 1 }
      if high + 1 - low > best.count { best = low..<high + 1 }
    }
    return best.isEmpty ? peak : differences[(best.lowerBound + best.upperBound) / 2]
  }

  /// Pairs of a session and a record near the peak with no other of either around.
  private static func lonePairs(
    _ run: ClientRun, _ sessions: [SessionSighting], _ records: [ConnectionSighting], _ peak: Int64, _ reach: Int64,
    _ pairs: inout [(at: Int64, difference: Int64)]
  ) {
    var r = run.records.lowerBound
    for s in run.sessions {
      let at = sessions[s].at
      if s > run.sessions.lowerBound, at - sessions[s - 1].at < 2 * reach { continue }
      if s + 1 < run.sessions.upperBound, sessions[s + 1].at - at < 2 * reach { continue }
      while r < run.records.upperBound, records[r].at + peak < at - reach { r += 1 }
      guard r < run.records.upperBound, records[r].at + peak <= at + reach else { continue }
      if r > run.records.lowerBound, records[r].at - records[r - 1].at < 2 * reach { continue }
      if r + 1 < run.records.upperBound, records[r + 1].at - records[r].at < 2 * reach { continue }
      pairs.append((at, at - records[r].at))
    }
  }

  private static func lowerBound(_ records: [ConnectionSighting], _ range: Range<Int>, _ at: Int64) -> Int {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high {
      let middle = (low + high) / 2
      if records[middle].at < at { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
