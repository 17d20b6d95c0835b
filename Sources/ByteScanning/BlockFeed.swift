/// Where a splitter gets its next block from.
@usableFromInline
protocol BlockFeed {
  /// Writes the next bytes to the start of the splitter's block and says how many; 0 is the end, for good or bad.
  mutating func fill(_ splitter: LineSplitter) -> Int
  /// The place in the block just filled from which on no line may begin.
  var beginLimit: Int { get }
  /// Why the end came early.
  var fault: FileError? { get }
  /// Raw bytes behind the lines given, when `given` bytes of text were given.
  func rawBytes(given: Int64) -> Int64
  /// How many of these raw bytes are not of lines given, when so many units of UTF-16 were left.
  func rawBytes(leftUnits: Int) -> Int64
}

extension LineSplitter {
  /// Takes blocks until there are no more or no further line may begin.
  ///
  /// - Parameter halfLine: what becomes of a last line without LF.
  @inlinable
  mutating func run<F: BlockFeed, C: LineConsumer>(
    _ feed: inout F, into consumer: inout C, halfLine: HalfLineRule = .given
  ) -> ScanResult {
    // The pointers into the buffer are used until the last line is given.
    defer { withExtendedLifetime(buffer) {} }
    while !isFinished {
      let count = feed.fill(self)
      if count == 0 { break }
      split(count: count, beginLimit: feed.beginLimit, into: &consumer)
    }
    if hasHalfLine, halfLine == .left || halfLine == .leftWhenCut && feed.fault != nil {
      var result = ScanResult(
        bytes: feed.rawBytes(given: given) - feed.rawBytes(leftUnits: halfLineUnits),
        fault: feed.fault)
      result.leavesHalfLine = true
      return result
    }
    let endsInsideLine = giveUnterminated(into: &consumer)
    return ScanResult(
      bytes: feed.rawBytes(given: given), fault: feed.fault, endsInsideLine: endsInsideLine)
  }
}
