import Analysis
import ByteScanning
import LogFormats
import MailModel
import Transport

/// Reads the planned sources with some workers and returns one tally.
struct AuditRunner: Sendable {
  let sources: [PlannedSource]
  let context: AnalysisContext
  let limits: UnpackLimits
  let progress: ProgressMeter?
  /// How long the pieces of one file are.
  var pieceBytes = AuditRunner.usualPieceBytes

  /// Small enough that an end of a file keeps all workers busy, large enough that its seams cost nothing.
  static let usualPieceBytes: Int64 = 24 << 20

  /// The first piece holds the head, where the file begins with lines of the evening before.
  private static let shortestFirstPiece = Int64(2 * SourcePlanner.secondHeadBytes)

  struct Outcome: Sendable {
    var tally: Tally
    /// Counts by source and piece.
    var counts: [[LineCounts]]

    /// The tally; an empty one stays behind.
    mutating func takeTally() -> Tally {
      var taken = Tally(seed: 0)
      swap(&taken, &tally)
      return taken
    }
  }

  /// What some pieces gave.
  struct Round: Sendable {
    var tally: Tally?
    var counts: [PieceKey: LineCounts]
    /// Sessions open after the last piece of each stream, in the order of the plans.
    var open: [OpenSessions]
  }

  /// A piece by its source and number.
  struct PieceKey: Hashable, Sendable {
    var source: Int
    var number: Int
  }

  /// Reads everything, and ends the sessions that are open at the end.
  func run(threads: Int) async -> Outcome {
    let plans = AuditRunner.streams(sources, pieceBytes: pieceBytes)
    var round = await run(plans, carried: plans.map { _ in OpenSessions() }, threads: threads)
    // The last sessions go on counting where the workers stopped, so that nothing is copied.
    var last = SessionAssembler(context: context, tally: round.tally.take())
    let servers = ServerHistories(round.open)
    for open in round.open { last.finishAll(open, knowing: servers) }
    var whole = last.takeTally()
    servers.settle(&whole)
    var counts = sources.map { _ in [LineCounts]() }
    for piece in plans.flatMap({ $0.pieces }).sorted(by: { $0.number < $1.number }) {
      counts[piece.source].append(
        round.counts[PieceKey(source: piece.source, number: piece.number)] ?? LineCounts())
    }
    return Outcome(tally: whole, counts: counts)
  }

  /// Reads some pieces, with the sessions that are open where each stream begins.
  func run(_ plans: [StreamPlan], carried: [OpenSessions], threads: Int) async -> Round {
    let board = PieceBoard(plans, carried: carried)
    let counts = LockedValue([PieceKey: LineCounts]())
    let record: @Sendable (Piece, LineCounts) -> Void = { piece, value in
      counts.withLock { $0[PieceKey(source: piece.source, number: piece.number)] = value }
    }
    let workers = max(1, min(threads, plans.reduce(0) { $0 + $1.pieces.count }))
    var tally: Tally?
    if workers == 1 {
      tally = work(board, record)
    } else {
      await withTaskGroup(of: Tally.self) { group in
        for _ in 0..<workers { group.addTask { work(board, record) } }
        for await part in group {
          if tally == nil { tally = consume part } else { tally?.merge(consume part) }
        }
      }
    }
    return Round(tally: tally, counts: counts.withLock { $0 }, open: board.remaining())
  }

  private func work(_ board: PieceBoard, _ record: (Piece, LineCounts) -> Void) -> Tally {
    var assembler = SessionAssembler(context: context)
    while let job = board.take() {
      let source = sources[job.piece.source]
      let traits = FormatDispatch.traits(source, job.piece)
      assembler.begin(traits, continuing: job.carried)
      record(job.piece, FormatDispatch.scan(source, job.piece, &assembler, limits, progress))
      var settlement = board.leave(job, assembler.end())
      while let next = settlement {
        let open = assembler.settle(next.end, after: next.carried)
        settlement = board.settled(next, open: open)
      }
    }
    return assembler.takeTally()
  }

  /// Cuts the sources into pieces and puts those of one stream in the order of time.
  static func streams(_ sources: [PlannedSource], pieceBytes: Int64) -> [StreamPlan] {
    ordered(sources, Array(sources.indices)).map { _, numbers in
      let isSequential = numbers.contains { !FormatDispatch.isCuttable(sources[$0].format) }
      return StreamPlan(pieces: numbers.flatMap { pieces(sources[$0], $0, pieceBytes) }, isSequential: isSequential)
    }
  }

  /// The streams in the order in which they were found, each with its sources in the order of time.
  static func ordered(_ sources: [PlannedSource], _ numbers: [Int]) -> [(stream: String, members: [Int])] {
    var order: [String] = []
    var members: [String: [Int]] = [:]
    for number in numbers {
      let stream = sources[number].stream
      if members[stream] == nil { order.append(stream) }
      members[stream, default: []].append(number)
    }
    return order.map { stream in
      let sorted = (members[stream] ?? []).sorted {
        let (a, b) = (sources[$0], sources[$1])
        guard a.firstLocal == b.firstLocal else { return a.firstLocal < b.firstLocal }
        let (first, second) = (RotationOrder(name: a.path), RotationOrder(name: b.path))
        return first != second ? first < second : $0 < $1
      }
      return (stream, sorted)
    }
  }

  private static func pieces(_ source: PlannedSource, _ number: Int, _ pieceBytes: Int64) -> [Piece] {
    // Which lines are of the evening before is known for the first piece only; they stand in the head.
    let pieceBytes = source.context.beginsBeforeMidnight ? max(pieceBytes, shortestFirstPiece) : pieceBytes
    guard source.canBeCut, source.size > pieceBytes else { return [Piece(source: number, number: 0, from: 0, to: nil)] }
    let count = Int((source.size + pieceBytes - 1) / pieceBytes)
    let step = source.size / Int64(count)
    return (0..<count).map { i in
      Piece(
        source: number, number: i, from: Int64(i) * step,
        to: i == count - 1 ? nil : Int64(i + 1) * step)
    }
  }
}
