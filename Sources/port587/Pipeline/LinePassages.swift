/// The lines of a source that stand in other sources too, by their number from where reading begins.
struct LinePassages: Sendable, Equatable {
  /// Passages of lines, the first line being 0; in order, and none touching the next.
  private(set) var ranges: [Range<Int>] = []
  /// How many lines with events are in none of them.
  private(set) var kept = 0
  /// The local time of the first of these.
  private(set) var firstKept: Int64?
  /// How many times a passage began or ended between two lines with events.
  private var borders = 0
  private var isInside = false
  private var hasBegun = false
  /// More of them are no passages any more, but single lines.
  private static let most = 1 << 16

  /// Whether there are no more than can be kept.
  var isBounded: Bool { ranges.count <= LinePassages.most }

  /// Whether all other lines stand before all of these, or behind them: one log goes on where the other one ends.
  var isAtOneEnd: Bool { kept > 0 && !ranges.isEmpty && borders == 1 }

  /// Takes the next line with an event.
  mutating func append(_ number: Int, isRepeated: Bool, local: Int64) {
    if hasBegun, isRepeated != isInside { borders += 1 }
    if !isRepeated {
      kept += 1
      if firstKept == nil { firstKept = local }
    } else if isInside, let last = ranges.indices.last {
      ranges[last] = ranges[last].lowerBound..<number + 1
    } else if isBounded {
      ranges.append(number..<number + 1)
    }
    isInside = isRepeated
    hasBegun = true
  }
}
