import ByteScanning
import LogFormats
import MailModel

/// Has all lines with events of a source looked for elsewhere, some hundred thousand at a time, and notes which were found.
struct PassageFinder<Format: LogFormat>: LineConsumer {
  /// A line with an event that waits for the search.
  private struct Candidate {
    var number: Int
    var hash: UInt64
    var local: Int64
    var key: SessionKey
    var isBegin: Bool
  }

  /// What becomes of a line without being looked for: it is as the line before.
  private static var asBefore: UInt64 { 0 }
  /// How many lines wait at most.
  private static var most: Int { 1 << 17 }

  private var format: Format
  private var event = LogEvent()
  private let border: Int64
  private let search: (LineHashes, ClosedRange<Int64>?) -> Void
  private let lines = LineHashes()
  private var times: ClosedRange<Int64>?
  private var candidates: [Candidate] = []
  private var folded = FoldedLines()
  private var number = -1
  private var wasRepeated = false
  private var sessions = SplitSessions()
  private(set) var passages = LinePassages()

  /// Whether what is in no passage can be read by itself.
  var isOfUse: Bool { passages.isBounded && sessions.areFew }

  /// - Parameters:
  ///   - border: lines after this local time are taken for found: they are still to come elsewhere.
  ///   - search: looks for lines from between two times.
  init(format: Format, border: Int64?, search: @escaping (LineHashes, ClosedRange<Int64>?) -> Void) {
    self.format = format
    self.border = border ?? .max
    self.search = search
  }

  mutating func consume(_ text: borrowing Span<UInt8>) {
    number += 1
    guard format.parse(text, into: &event) == .event else { return }
    let local = event.time.local
    var line = Candidate(
      number: number, hash: PassageFinder.asBefore, local: local, key: event.key, isBegin: event.kind == .connected)
    let isFolded = folded.mayHold(text)
    if !event.time.isUndated, local <= border, !isFolded {
      line.hash = max(1, SampledLine.hash(of: text))
      times = times.map { min($0.lowerBound, local)...max($0.upperBound, local) } ?? local...local
      lines.insert(line.hash)
    }
    candidates.append(line)
    if candidates.count >= PassageFinder.most { finish() }
  }

  mutating func consumeOverlong(_ head: borrowing Span<UInt8>) { number += 1 }

  /// Looks for the lines that are left.
  mutating func finish() {
    if lines.count > 0 { search(lines, times) }
    for line in candidates {
      let isRepeated =
        line.local > border
        ? true : line.hash == PassageFinder.asBefore ? wasRepeated : lines.isFound(line.hash)
      passages.append(line.number, isRepeated: isRepeated, local: line.local)
      sessions.note(line.key, isBegin: line.isBegin, isRepeated: isRepeated)
      wasRepeated = isRepeated
    }
    candidates.removeAll(keepingCapacity: true)
    lines.removeAll()
    times = nil
  }
}
