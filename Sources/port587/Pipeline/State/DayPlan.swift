import StateStore

/// How to get at the counts of some days: by blocks where there are some, and day by day elsewhere.
struct DayPlan {
  enum Piece: Equatable {
    case day(Int64)
    case block(BlockHead)

    /// Its first day.
    var first: Int64 {
      switch self {
      case .day(let day): day
      case .block(let head): head.first
      }
    }
  }

  /// In the order of time.
  private(set) var pieces: [Piece] = []

  /// - Parameters:
  ///   - days: the days on which anything was counted, in order.
  ///   - blocks: those of them that may be used.
  ///   - seams: days between which and the day before something changes: no block may reach over one.
  init(_ days: [Int64], blocks: some Sequence<BlockHead>, seams: Set<Int64> = []) {
    let seams = seams.sorted()
    let usable = blocks.filter { block in !seams.contains { $0 > block.first && $0 <= block.last } }
    // Longer ones first: they lie on multiples of their lengths, so that one holds another or has no day with it in common.
    let ordered = usable.sorted { $0.first != $1.first ? $0.first < $1.first : $0.length > $1.length }
    var next = ordered.startIndex
    var end = Int64.min
    for day in days where day > end {
      while next < ordered.endIndex, ordered[next].last < day || ordered[next].first <= end { next += 1 }
      if next < ordered.endIndex, ordered[next].first <= day {
        pieces.append(.block(ordered[next]))
        end = ordered[next].last
      } else {
        pieces.append(.day(day))
        end = day
      }
    }
  }
}
