import ByteScanning
import LogFormats
import MailModel

/// Finds lines of a plain file by their times: lines of a log stand in the order of their times, but for some seconds.
struct TimedSearch<Format: LogFormat> {
  private let file: PlainFile
  private var format: Format
  private var event = LogEvent()
  /// How far out of order lines may be, in milliseconds.
  private static var disorder: Int64 { 2_000 }
  /// What is read to learn the time at a place: at first, and at most.
  private static var leastBytes: Int { 4_096 }
  private static var mostBytes: Int { 1 << 20 }
  /// How much is looked through for one line.
  private static var windowBytes: Int64 { 16 << 20 }

  init(_ file: PlainFile, _ format: Format) {
    self.file = file
    self.format = format
  }

  /// Which of some lines stand where their time is.
  mutating func find(_ lines: [SampledLine], at time: (SampledLine) -> Int64) -> Set<UInt64> {
    var wanted = Set(lines.map(\.hash))
    var found: Set<UInt64> = []
    for line in lines where wanted.contains(line.hash) {
      for hash in lookUp(wanted, around: time(line)) {
        found.insert(hash)
        wanted.remove(hash)
      }
    }
    return found
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
      // The last place is the end.
      let count = Int64(TimedSearch.leastBytes * 16)
      let place =
        number == places ? max(begin, end - count) : begin + (end - begin) / Int64(places) * Int64(number)
      var here: [SampledLine] = []
      walk(from: place, count: Int(min(Int64(TimedSearch.mostBytes), end - place))) { local, line in
        here.append(SampledLine(hash: SampledLine.hash(of: line.span), local: local))
        return number == places || here.count < each
      }
      samples += number == places ? here.suffix(each) : here[...]
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
        found = SampledLine(hash: SampledLine.hash(of: line.span), local: local)
        return false
      }
      guard found == nil, let next else { break }
      place = next
    }
    return found
  }

  /// Which of some lines stand around a time.
  private mutating func lookUp(_ wanted: Set<UInt64>, around time: Int64) -> Set<UInt64> {
    let to = time + TimedSearch.disorder
    var found: Set<UInt64> = []
    let low = border(of: time - TimedSearch.disorder).lowerBound
    var place = low
    while place < low + TimedSearch.windowBytes {
      let next = walk(from: place, count: TimedSearch.leastBytes * 64) { local, line in
        if local > to { return false }
        let hash = SampledLine.hash(of: line.span)
        if wanted.contains(hash) { found.insert(hash) }
        return true
      }
      guard let next else { break }
      place = next
    }
    return found
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
      if let local = first(from: middle), local < time { low = middle } else { high = middle }
    }
    return low..<max(low, high)
  }

  /// The time of the first event behind a place; nothing where there is none near.
  private mutating func first(from place: Int64) -> Int64? {
    var count = TimedSearch.leastBytes
    while true {
      var first: Int64?
      let next = walk(from: place, count: count) { local, _ in
        first = local
        return false
      }
      if first != nil || next == nil || count >= TimedSearch.mostBytes { return first }
      count *= 8
    }
  }

  /// Gives the events of whole lines behind a place to `body`, until that says no.
  ///
  /// - Returns: where the next lines begin; nothing where `body` said no or the file ends.
  @discardableResult
  private mutating func walk(from place: Int64, count: Int, _ body: (Int64, [UInt8]) -> Bool) -> Int64? {
    guard count > 0, let block = try? file.bytes(from: place, count: count), !block.isEmpty else { return nil }
    var start = 0
    // Only the text itself, and what follows a line's end, begins with a line.
    if place > file.textBegin, (try? file.bytes(from: place - 1, count: 1)) != [0x0A] {
      guard let feed = block.firstIndex(of: 0x0A) else { return place + Int64(block.count) }
      start = feed + 1
    }
    while start < block.count {
      let feed = block[start...].firstIndex(of: 0x0A)
      // A line that the block cuts is read with the next block, unless it is longer than that, or the last of the file.
      if feed == nil, block.count == count, start > 0 { return place + Int64(start) }
      let text = block[start..<(feed ?? block.count)]
      let line = Array(text.last == 0x0D ? text.dropLast() : text)
      if format.parse(line.span, into: &event) == .event, !event.time.isUndated, !body(event.time.local, line) {
        return nil
      }
      start = (feed ?? block.count) + 1
    }
    return block.count == count ? place + Int64(block.count) : nil
  }
}
