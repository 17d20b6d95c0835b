import ByteScanning
import LogFormats
import MailModel

/// Finds lines of a plain file by their times: lines of a log stand in the order of their times, but for some seconds.
struct TimedSearch<Format: LogFormat> {
  private let file: PlainFile
  private var format: Format
  private var event = LogEvent()
  /// How far out of order lines may be, in milliseconds.
  static var disorder: Int64 { 2_000 }
  /// What is read to learn the time at a place: at first, and at most.
  private static var leastBytes: Int { 4_096 }
  private static var mostBytes: Int { 1 << 20 }
  /// How much is looked through for one line.
  private static var windowBytes: Int64 { 16 << 20 }

  init(_ file: PlainFile, _ format: Format) {
    self.file = file
    self.format = format
  }

  /// Notes which of some lines stand where their time is.
  mutating func find(_ lines: [SampledLine], _ hashes: LineHashes, at time: (SampledLine) -> Int64) {
    for line in lines where !hashes.isFound(line.hash) { lookUp(hashes, around: time(line)) }
  }

  /// The latest time near the end; nothing where no event stands there.
  mutating func last() -> Int64? {
    var count = TimedSearch.leastBytes * 16
    while true {
      let begin = max(file.textBegin, file.size - Int64(count))
      var latest: Int64?
      walk(from: begin, count: count) { local, _ in
        latest = max(latest ?? .min, local)
        return true
      }
      if latest != nil || begin == file.textBegin || count >= TimedSearch.mostBytes { return latest }
      count *= 4
    }
  }

  /// Lines with events from a few places all over a part of the file.
  mutating func samples(from begin: Int64, to end: Int64, places: Int, each: Int) -> [SampledLine] {
    var samples: [SampledLine] = []
    for number in 0...places {
      var here: [SampledLine] = []
      var folded = FoldedLines(isAtBegin: false)
      func take(_ local: Int64, _ line: borrowing Span<UInt8>) -> Bool {
        here.append(SampledLine(hash: SampledLine.hash(of: line), local: local, mayBeFolded: folded.mayHold(line)))
        return number == places || here.count < each
      }
      let count = TimedSearch.leastBytes * 16
      if number == places {
        // The last place is the end.
        walk(from: max(begin, end - Int64(count)), count: Int(min(Int64(count), end - begin)), take)
      } else {
        var place: Int64? = begin + (end - begin) / Int64(places) * Int64(number)
        let limit = min(end, (place ?? end) + Int64(TimedSearch.mostBytes))
        while let from = place, from < limit { place = walk(from: from, count: min(count, Int(limit - from)), take) }
      }
      samples += here.suffix(each)
    }
    return samples
  }

  /// The first line with an event that is not before a time, in a part of the file.
  mutating func first(since time: Int64, from begin: Int64, to end: Int64) -> SampledLine? {
    var place = max(begin, border(of: time).lowerBound)
    var found: SampledLine?
    while found == nil, place < end {
      let next = walk(from: place, count: TimedSearch.leastBytes * 64) { local, line in
        guard local >= time else { return true }
        found = SampledLine(hash: SampledLine.hash(of: line), local: local, mayBeFolded: true)
        return false
      }
      guard found == nil, let next else { break }
      place = next
    }
    return found
  }

  /// Notes which of some lines stand around a time.
  private mutating func lookUp(_ hashes: LineHashes, around time: Int64) {
    let to = time + TimedSearch.disorder
    let low = border(of: time - TimedSearch.disorder).lowerBound
    var place = low
    while place < low + TimedSearch.windowBytes {
      let next = walk(from: place, count: TimedSearch.leastBytes * 64) { local, line in
        if local > to { return false }
        hashes.find(SampledLine.hash(of: line))
        return true
      }
      guard let next else { break }
      place = next
    }
  }

  /// Where the lines of some times stand.
  mutating func bytes(within times: ClosedRange<Int64>) -> Range<Int64> {
    let begin = border(of: times.lowerBound - TimedSearch.disorder).lowerBound
    return begin..<max(begin, border(of: times.upperBound + TimedSearch.disorder + 1).upperBound)
  }

  /// Between which two near places the first line of a time stands.
  private mutating func border(of time: Int64) -> Range<Int64> {
    var low = file.textBegin
    var high = file.size
    while high - low > Int64(TimedSearch.leastBytes) * 4 {
      let middle = low + (high - low) / 2
      if let local = first(from: middle, to: high), local < time { low = middle } else { high = middle }
    }
    return low..<max(low, high)
  }

  /// The time of the first event behind a place; nothing where there is none up to another one.
  private mutating func first(from begin: Int64, to end: Int64) -> Int64? {
    var count = TimedSearch.leastBytes
    var first: Int64?
    var place: Int64? = begin
    while first == nil, let from = place, from < end {
      place = walk(from: from, count: count) { local, _ in
        first = local
        return false
      }
      count = min(count * 8, TimedSearch.mostBytes)
    }
    return first
  }

  /// Gives the events of whole lines behind a place to `body`, until that says no.
  ///
  /// - Returns: where the next lines begin; nothing where `body` said no or the file ends.
  @discardableResult
  private mutating func walk(from place: Int64, count: Int, _ body: (Int64, borrowing Span<UInt8>) -> Bool) -> Int64? {
    guard count > 0, let block = try? file.bytes(from: place, count: count), !block.isEmpty else { return nil }
    let bytes = block.span
    var start = 0
    // Only the text itself, and what follows a line's end, begins with a line.
    if place > file.textBegin, (try? file.bytes(from: place - 1, count: 1)) != [0x0A] {
      guard let feed = bytes.firstIndex(of: 0x0A) else { return place + Int64(block.count) }
      start = feed + 1
    }
    while start < bytes.count {
      let feed = bytes.firstIndex(of: 0x0A, from: start)
      // A line that the block cuts is read with the next block, unless it is longer than that, or the last of the file.
      if feed == nil, block.count == count, start > 0 { return place + Int64(start) }
      let line = bytes.extracting(start..<bytes.lineEnd(from: start, feed: feed ?? bytes.count))
      if format.parse(line, into: &event) == .event, !event.time.isUndated, !body(event.time.local, line) {
        return nil
      }
      start = (feed ?? bytes.count) + 1
    }
    return block.count == count ? place + Int64(block.count) : nil
  }
}
