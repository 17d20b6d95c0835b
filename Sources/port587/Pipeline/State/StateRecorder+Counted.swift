import ByteScanning
import LogFormats
import MailModel
import StateStore

/// A log that appears when its lines were counted in another file of the syslog daemon: `mail.log` after `syslog`.
extension StateRecorder {
  /// How much of what was counted is looked at for its last lines.
  private static let tailBytes: Int64 = 256 << 10

  /// Lets a new log begin behind what was counted of it under another name.
  ///
  /// Where lines of it stand there and it is not known that all do, that is said.
  ///
  /// - Returns: whether all of it up to there was counted.
  mutating func goBehindCounted(_ number: Int) throws(FileError) -> Bool {
    let source = sources[number]
    guard source.start == 0, source.encoding == TextEncoding.utf8.rawValue,
      ledger.hasCountedOfDaemon(since: source.firstLocal)
    else { return false }
    let all = sources + references
    let name = LogName(source)
    var counted: [(source: PlannedSource, known: StoredSource)] = []
    for (other, candidate) in all.enumerated() where other != number {
      let otherName = LogName(candidate)
      guard otherName.isOfDaemon, RepeatedLines.mayStand(source, name, in: candidate, otherName),
        let known = ledger.counted(candidate), known.lastLocal >= source.firstLocal
      else { continue }
      counted.append((candidate, known))
    }
    guard let last = counted.map(\.known.lastLocal).max() else { return false }
    var tails: Set<UInt64> = []
    for (other, known) in counted { tails.formUnion(lastLines(of: other, known)) }
    let place = try LaterLines(source: source, limits: limits).place(behind: tails, orAfter: last)
    var before = source
    if let place, case .plain = source.origin { before.end = place.offset }
    guard let finding = RepeatedLines(limits: limits).finding(before, in: counted.map(\.source)) else { return false }
    guard case .whole(let other) = finding else {
      if case .part(let other) = finding { overlaps[number] = counted[other].source.path }
      return false
    }
    guard let place, place.offset < source.end ?? .max else {
      repeated[number] = counted[other].source.path
      sources[number].isPassedOver = true
      return true
    }
    sources[number].start = place.offset
    sources[number].firstLocal = last
    return true
  }

  /// Passes a log of IceWarp's over that was counted as a part of what somebody had joined from several.
  mutating func passOverJoined(_ number: Int) {
    let source = sources[number]
    guard source.start == 0, ledger.hasCountedJoined(since: source.firstLocal) else { return }
    let counted = (sources + references).filter {
      guard $0.formatNumber == source.formatNumber, $0.pathPort == source.pathPort, !LogName($0).isUsual,
        !$0.context.dayIsFromName
      else { return false }
      return ledger.counted($0).map { $0.lastLocal >= source.firstLocal } ?? false
    }
    switch RepeatedLines(limits: limits).finding(source, in: counted) {
    case .whole(let other):
      repeated[number] = counted[other].path
      sources[number].isPassedOver = true
    case .part(let other): overlaps[number] = counted[other].path
    case .later, nil: break
    }
  }

  /// The last lines that were counted of a log.
  private func lastLines(of source: PlannedSource, _ known: StoredSource) -> Set<UInt64> {
    guard case .plain(let file) = source.origin, file.encoding == .utf8 else { return [] }
    return lastLines(of: file, source, known, made: source.format)
  }

  private func lastLines<Format: LogFormat>(
    of file: PlainFile, _ source: PlannedSource, _ known: StoredSource, made: Format.Type
  ) -> Set<UInt64> {
    var lines = CountedLines(format: Format(context: source.context), last: known.lastLocal)
    let begin = max(file.textBegin, known.offset - StateRecorder.tailBytes)
    _ = file.scan(from: begin, to: known.offset, into: &lines)
    return lines.hashes
  }
}

/// Lines with events up to a time; what is later was passed over.
private struct CountedLines<Format: LogFormat>: LineConsumer {
  private var format: Format
  private let last: Int64
  private var event = LogEvent()
  private(set) var hashes: Set<UInt64> = []

  init(format: Format, last: Int64) {
    self.format = format
    self.last = last
  }

  mutating func consume(_ line: borrowing Span<UInt8>) {
    guard format.parse(line, into: &event) == .event, event.time.local <= last else { return }
    hashes.insert(SampledLine.hash(of: line))
  }

  mutating func consumeOverlong(_ head: borrowing Span<UInt8>) {}
}
