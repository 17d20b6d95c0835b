/// When port 25 was postscreen's, and when it was smtpd's own.
///
/// Postscreen writes a line for each connection to its port; who comes to plain smtpd without one then came to another port. That smtpd has the
/// port itself is shown by anvil, which names its service `smtp` (behind postscreen it is `smtpd`), and by mail from elsewhere that was taken
/// without a login and without a line of postscreen:
///
/// ```
/// postfix/postscreen[9]: CONNECT from [198.51.100.7]:40000 to [192.0.2.1]:25
/// postfix/anvil[812]: statistics: max connection rate 1/60s for (smtp:198.51.100.7) at Nov 23 16:25:26
/// ```
///
/// A stretch that shows neither is not one without postscreen: perhaps nobody came.
struct GateHistory: Sendable, Equatable {
  /// Sightings of one kind with none of the other between them.
  struct Run: Sendable, Equatable {
    var isGated: Bool
    var first: Int64
    var last: Int64
  }

  /// In the order of time.
  private(set) var runs: [Run] = []

  private static let mostRuns = 32

  init() {}

  /// Whether postscreen was ever seen.
  var wasGated: Bool { runs.contains(where: \.isGated) }

  /// Takes it that smtpd had the port if that is what was seen last.
  @inline(__always)
  mutating func extendOpen(to local: Int64) -> Bool {
    guard let last = runs.indices.last, !runs[last].isGated, runs[last].first <= local else { return false }
    if runs[last].last < local { runs[last].last = local }
    return true
  }

  /// Takes a line of postscreen.
  @inline(__always)
  mutating func noteGated(at local: Int64) {
    if let last = runs.indices.last, runs[last].isGated, runs[last].first <= local {
      if runs[last].last < local { runs[last].last = local }
    } else {
      note(isGated: true, at: local)
    }
  }

  /// Takes a sighting, which may be older than others.
  mutating func note(isGated: Bool, at local: Int64) {
    if let within = runs.firstIndex(where: { $0.first <= local && local <= $0.last }) {
      // A clock that was set back: what shows both counts as postscreen's.
      if isGated { runs[within].isGated = true }
    } else {
      let next = runs.firstIndex { $0.first > local } ?? runs.endIndex
      runs.insert(Run(isGated: isGated, first: local, last: local), at: next)
    }
    join()
    guard runs.count > GateHistory.mostRuns else { return }
    // Of a server that has both at once the oldest is let go of.
    runs[1] = Run(isGated: true, first: runs[0].first, last: runs[1].last)
    runs.removeFirst()
    join()
  }

  /// Puts runs of one kind together.
  private mutating func join() {
    var joined: [Run] = []
    for run in runs {
      if let last = joined.indices.last, joined[last].isGated == run.isGated {
        joined[last].last = max(joined[last].last, run.last)
      } else {
        joined.append(run)
      }
    }
    runs = joined
  }

  /// What several logs show together; their runs may overlap.
  static func merged(_ logs: [GateHistory]) -> GateHistory {
    var whole = GateHistory()
    let gated = logs.flatMap(\.runs).filter(\.isGated)
    // A log without the lines of postscreen that another one has says nothing of what lies between two of its own.
    let apart = logs.flatMap(\.runs).flatMap { run in
      run.isGated || !gated.contains { $0.first <= run.last && $0.last >= run.first }
        ? [run]
        : [
          Run(isGated: false, first: run.first, last: run.first), Run(isGated: false, first: run.last, last: run.last),
        ]
    }
    whole.runs = apart.sorted { ($0.first, $0.last) < ($1.first, $1.last) }
    return whole
  }

  /// Whether postscreen was seen in a stretch.
  func isSeen(in stretch: (after: Int64, upTo: Int64)) -> Bool {
    runs.contains { $0.isGated && $0.meets(stretch) }
  }

  /// Whether smtpd had port 25 in a stretch; so it is taken to have been where postscreen was never seen.
  func isOpen(in stretch: (after: Int64, upTo: Int64)) -> Bool {
    guard wasGated else { return true }
    if isSeen(in: stretch) { return false }
    if runs.contains(where: { $0.meets(stretch) }) { return true }
    // What shows neither is as it was before and is again behind; as long as nothing else comes, it stays as it was.
    let before = runs.filter { $0.last <= stretch.after }.max { $0.last < $1.last }
    let behind = runs.filter { $0.first > stretch.upTo }.min { $0.first < $1.first }
    guard let before, !before.isGated else { return false }
    return behind.map { !$0.isGated } ?? true
  }

  func encode(into out: inout ByteWriter) {
    out.number(UInt64(runs.count))
    for run in runs {
      out.flag(run.isGated)
      out.signed(run.first)
      out.signed(run.last)
    }
  }

  init(_ reader: inout ByteReader) throws(EncodingFault) {
    for _ in 0..<(try reader.count()) {
      let run = Run(isGated: try reader.flag(), first: try reader.signed(), last: try reader.signed())
      guard run.first <= run.last, runs.last.map({ $0.last <= run.first }) ?? true else {
        throw EncodingFault("what was seen of postscreen is out of order")
      }
      runs.append(run)
    }
  }
}

extension GateHistory.Run {
  fileprivate func meets(_ stretch: (after: Int64, upTo: Int64)) -> Bool {
    first <= stretch.upTo && last > stretch.after
  }
}
