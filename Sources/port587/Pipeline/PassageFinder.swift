import ByteScanning
import LogFormats
import MailModel

/// Has all lines with events of a source looked for elsewhere, some hundred thousand at a time, and notes which were found.
struct PassageFinder<Format: LogFormat>: SiftingConsumer {
  /// Looks for lines from between two times; whether all were found.
  typealias Search = (LineHashes, ClosedRange<Int64>?) -> Bool

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

  var format: Format
  /// How many lines came so far.
  var number = 0
  private let border: Int64
  private let isProof: Bool
  private let search: Search
  private let lines = LineHashes()
  /// The times of these lines.
  private var first = Int64.max
  private var last = Int64.min
  private var candidates: [Candidate] = []
  private var folded = FoldedLines()
  private var wasRepeated = false
  private var sessions = SplitSessions()
  private var passages = LinePassages()
  /// Whether all lines so far that were looked for were found.
  private(set) var isProven = true

  /// Which lines were found; nothing where what is in no passage cannot be read by itself.
  var found: LinePassages? { passages.isBounded && sessions.areFew ? passages : nil }

  /// - Parameters:
  ///   - border: lines after this local time are as those before them: they are still to come to a log that had those.
  ///   - isProof: whether it is asked for no more than whether all lines are found; it stops where one is not.
  init(format: Format, border: Int64?, isProof: Bool, search: @escaping Search) {
    self.format = format
    self.border = border ?? .max
    self.isProof = isProof
    self.search = search
  }

  mutating func consume(_ stretch: borrowing Span<UInt8>, from start: Int, ends: borrowing Span<UInt32>) {
    if isProven || !isProof { sift(stretch, from: start, ends: ends) }
  }

  mutating func take(_ text: borrowing Span<UInt8>, kind: UInt8, _ event: inout LogEvent) {
    guard format.parse(text, kind: kind, into: &event) == .event else { return }
    let local = event.time.local
    var hash = PassageFinder.asBefore
    let isFolded = !Format.countsDays && folded.mayHold(text)
    if !isFolded, event.time.isUndated || local <= border {
      hash = max(1, SampledLine.hash(of: text))
      lines.insert(hash)
      if !event.time.isUndated { (first, last) = (min(first, local), max(last, local)) }
    }
    if isProof {
      if lines.isFull { finish() }
    } else {
      candidates.append(
        Candidate(
          number: number &- 1, hash: hash, local: local, key: event.key, isBegin: event.kind == .connected))
      if candidates.count >= PassageFinder.most { finish() }
    }
  }

  /// Looks for the lines that are left.
  mutating func finish() {
    if lines.count > 0, isProven || !isProof, !search(lines, first <= last ? first...last : nil) { isProven = false }
    for line in candidates {
      let isRepeated = line.hash == PassageFinder.asBefore ? wasRepeated : lines.isFound(line.hash)
      passages.append(line.number, isRepeated: isRepeated, local: line.local)
      sessions.note(line.key, isBegin: line.isBegin, isRepeated: isRepeated)
      wasRepeated = isRepeated
    }
    candidates.removeAll(keepingCapacity: true)
    lines.removeAll()
    (first, last) = (.max, .min)
  }
}
