import ByteScanning
import LogFormats

/// Divides what is to be read into rounds; after each of them counts and places are committed together.
struct RoundPlanner {
  /// About how many bytes of text one commit covers.
  var roundBytes: Int64 = 256 << 20
  var pieceBytes: Int64

  /// Pieces of one round by stream, with the streams' names.
  struct Round {
    var plans: [StreamPlan] = []
    var streams: [String] = []
  }

  /// Rounds in the order of reading; `sources` are those to be read, by their number in the run.
  func rounds(_ all: [PlannedSource], _ numbers: [Int]) throws(FileError) -> [Round] {
    var rounds: [Round] = []
    var current = Round()
    var bytes: Int64 = 0
    for (stream, members) in AuditRunner.ordered(all, numbers) {
      let isSequential = members.contains { !FormatDispatch.isCuttable(all[$0].format) }
      var plan = StreamPlan(pieces: [], isSequential: isSequential)
      for number in members {
        for piece in try pieces(all[number], number) {
          plan.pieces.append(piece)
          bytes += (piece.to ?? all[number].size * 8) - piece.from
          guard bytes >= roundBytes else { continue }
          current.plans.append(plan)
          current.streams.append(stream)
          rounds.append(current)
          current = Round()
          plan.pieces = []
          bytes = 0
        }
      }
      guard !plan.pieces.isEmpty else { continue }
      current.plans.append(plan)
      current.streams.append(stream)
    }
    if !current.plans.isEmpty { rounds.append(current) }
    return rounds
  }

  /// Pieces that begin and end with a line, so that the place behind each of them is exact; numbered from 1.
  private func pieces(_ source: PlannedSource, _ number: Int) throws(FileError) -> [Piece] {
    guard case .plain(let file) = source.origin, let end = source.end else {
      return [Piece(source: number, number: 1, from: source.start, to: nil)]
    }
    guard source.canBeCut else { return [Piece(source: number, number: 1, from: source.start, to: end)] }
    // Which lines are of the evening before is known for the first piece only; they stand in the head.
    let pieceBytes =
      source.context.beginsBeforeMidnight ? max(pieceBytes, Int64(SourcePlanner.secondHeadBytes)) : pieceBytes
    var pieces: [Piece] = []
    var from = source.start
    while from < end {
      var to = end
      if end - from > pieceBytes + pieceBytes / 2 { to = try file.lineBegin(from: from + pieceBytes, limit: end) }
      pieces.append(Piece(source: number, number: pieces.count + 1, from: from, to: to))
      from = to
    }
    return pieces
  }
}
