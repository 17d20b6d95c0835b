import Analysis
import Transport

/// Hands pieces to workers and brings what they leave behind into order.
final class PieceBoard: Sendable {
  struct Job: Sendable {
    var stream: Int
    var index: Int
    var piece: Piece
    /// The sessions open where the piece begins; nothing when they are not known yet.
    var carried: OpenSessions?
  }

  /// A piece whose turn it is to be settled.
  struct Settlement: Sendable {
    var stream: Int
    var end: PieceEnd
    var carried: OpenSessions
  }

  private struct Stream: Sendable {
    var plan: StreamPlan
    var nextToTake = 0
    var nextToSettle = 0
    /// Open sessions after the last settled piece; nothing while a worker has them.
    var carried: OpenSessions?
    var ends: [Int: PieceEnd] = [:]
  }

  private let streams: LockedValue<[Stream]>

  init(_ plans: [StreamPlan], carried: [OpenSessions]) {
    streams = LockedValue(zip(plans, carried).map { Stream(plan: $0, carried: $1) })
  }

  /// The next piece, or nothing when no piece can be begun now; who finishes one looks again.
  func take() -> Job? {
    streams.withLock { streams in
      for i in streams.indices where streams[i].nextToTake < streams[i].plan.pieces.count {
        let index = streams[i].nextToTake
        let isNext = index == streams[i].nextToSettle
        if streams[i].plan.isSequential, !isNext || streams[i].carried == nil { continue }
        streams[i].nextToTake += 1
        var job = Job(stream: i, index: index, piece: streams[i].plan.pieces[index])
        if isNext {
          job.carried = streams[i].carried
          streams[i].carried = nil
        }
        return job
      }
      return nil
    }
  }

  /// Leaves a read piece; returns a piece to settle if its turn has come.
  func leave(_ job: Job, _ end: PieceEnd) -> Settlement? {
    streams.withLock { streams in
      streams[job.stream].ends[job.index] = end
      // Who took the open sessions along brings them back in the piece's own end.
      if job.carried != nil { streams[job.stream].carried = OpenSessions() }
      return next(&streams[job.stream], job.stream)
    }
  }

  /// Leaves the sessions open after a settled piece; returns the next one to settle.
  func settled(_ settlement: Settlement, open: OpenSessions) -> Settlement? {
    streams.withLock { streams in
      streams[settlement.stream].nextToSettle += 1
      streams[settlement.stream].carried = open
      return next(&streams[settlement.stream], settlement.stream)
    }
  }

  /// Sessions still open after the last piece of each stream.
  func remaining() -> [OpenSessions] {
    streams.withLock { $0.map { $0.carried ?? OpenSessions() } }
  }

  private func next(_ stream: inout Stream, _ number: Int) -> Settlement? {
    guard let carried = stream.carried, let end = stream.ends.removeValue(forKey: stream.nextToSettle) else {
      return nil
    }
    stream.carried = nil
    return Settlement(stream: number, end: end, carried: carried)
  }
}
