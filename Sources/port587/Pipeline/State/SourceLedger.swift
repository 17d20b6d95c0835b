import ByteScanning
import Foundation
import LogFormats
import MailModel
import StateStore

/// Knows the logs that earlier runs read, and finds them again by what they hold: under another name, copied, compressed,
/// or grown.
struct SourceLedger {
  /// What a file is to the state.
  enum Verdict {
    /// It was not seen before.
    case new
    /// It is this log, and there may be more of it.
    case continues(StoredSource)
    /// It is this log, and there is nothing in it that was not read.
    case nothingNew(StoredSource)
    /// It is this log, and was changed after it had been read; lines that are later than all that was read begin there, if there are any.
    case changed(StoredSource, LaterLines.Place?)
    /// It cannot be told.
    case undecided(String)
  }

  private struct FileKey: Hashable {
    var device: UInt64
    var inode: UInt64
  }

  private var sources: [Int64: StoredSource] = [:]
  private var byBegin: [UInt64: [Int64]] = [:]
  private var byFile: [FileKey: Int64] = [:]
  /// When the latest source of each stream begins, in local time.
  private var beginOfStream: [String: Int64] = [:]
  /// How far the clock of each stream is ahead of UTC, in seconds, and at which moment that was seen last.
  private var clockOfStream: [String: (seconds: Int64, at: Int64)] = [:]
  private let limits: UnpackLimits
  /// Stamps after this moment are of a clock that was wrong.
  private let end: Timestamp
  /// So many lines at the begin are the same in two logs only when one is the other.
  private static let tellingLines = 3
  /// What these lines must hold at least, in bytes.
  private static let tellingBytes = 64

  init(_ known: [StoredSource], limits: UnpackLimits, now: Timestamp) {
    self.limits = limits
    end = Timestamp(milliseconds: now.milliseconds + 86_400_000)
    for source in known { note(source) }
  }

  /// Takes a source with its new place.
  mutating func note(_ source: StoredSource) {
    if let begin = PrintCoding.decoded(source.print).lineEnds.first, sources[source.id]?.print.isEmpty ?? true {
      byBegin[begin.hash, default: []].append(source.id)
    }
    sources[source.id] = source
    byFile[FileKey(device: source.device, inode: source.inode)] = source.id
    guard source.firstAt <= source.lastAt, source.firstAt <= end.milliseconds else { return }
    // The first moment by the clock of the log, as the last one is kept.
    let ahead = source.lastLocal - source.lastAt
    if source.lastAt >= clockOfStream[source.stream]?.at ?? .min {
      clockOfStream[source.stream] = (ahead / 1000, source.lastAt)
    }
    let begin = source.firstAt + ahead
    beginOfStream[source.stream] = max(beginOfStream[source.stream] ?? .min, begin)
  }

  /// When the latest source of a stream begins, in local time.
  ///
  /// Sources of a stream stand in the order of their begins. Their ends tell nothing: the last line of one may be later than the first
  /// of the next by the seconds that lines wait in a cache, or by the minutes that the clocks of two hosts are apart.
  func begin(of stream: String) -> Int64 { beginOfStream[stream] ?? .min }

  /// How far the clock of a stream is ahead of UTC, in seconds, where its logs have told; nothing where it was taken to be this machine's.
  func clock(of stream: String, zone: ZoneRules) -> Int32? {
    guard let clock = clockOfStream[stream], clock.seconds != Int64(zone.offset(at: clock.at)),
      clock.seconds % 900 == 0
    else { return nil }
    return Int32(exactly: clock.seconds)
  }

  /// Whether this file is the one in which a log was seen last.
  func isFamiliar(_ status: FileStatus?) -> Bool {
    status.map { byFile[FileKey(device: $0.device, inode: $0.inode)] != nil } ?? false
  }

  /// Finds the log that a file holds.
  ///
  /// - Parameter ofSeries: whether only logs are meant that bear a name of the same series: `mail.log` and `syslog` may begin
  ///   alike and be two logs.
  func verdict(_ source: PlannedSource, ofSeries: Bool = false) throws(FileError) -> Verdict {
    guard let begin = source.print.lineEnds.first else { return .new }
    let name = LogName(source)
    var candidates = (byBegin[begin.hash] ?? []).compactMap { sources[$0] }.filter {
      SourceLedger.mayBe(source, name, $0, LogName($0), ofSeries: ofSeries)
    }
    let own = source.status.flatMap { byFile[FileKey(device: $0.device, inode: $0.inode)] }
    // The file itself first, then what was read furthest.
    candidates.sort { a, b in
      if (a.id == own) != (b.id == own) { return a.id == own }
      return a.offset != b.offset ? a.offset > b.offset : a.id < b.id
    }
    var changed: StoredSource?
    for candidate in candidates {
      let print = PrintCoding.decoded(candidate.print)
      let isTelling = SourceLedger.isCertain(source, candidate)
      if print.agrees(with: source.print) {
        switch try verdict(source, candidate, isTelling) {
        case .new: if isTelling, changed == nil { changed = candidate }
        case let found: return found
        }
      } else if isTelling, changed == nil, candidate.id == own || candidate.path == source.path {
        // Somebody wrote over a line near its begin.
        changed = candidate
      }
    }
    guard let changed else { return .new }
    return .changed(changed, try later(source, than: changed))
  }

  /// Whether names allow that a file holds a known log.
  private static func mayBe(
    _ source: PlannedSource, _ name: LogName, _ known: StoredSource, _ other: LogName, ofSeries: Bool
  ) -> Bool {
    if source.format.countsDays {
      // Two days may begin with the same lines: the server starts anew each night, and is visited by the same monitor.
      if source.context.dayIsFromName, !source.isDayOfNameAlone, other.isUsual, other.day != name.day { return false }
      // What was passed over was passed over for the sake of the logs as their server named them.
      if known.events == 0, name.isUsual, !other.isUsual { return false }
    }
    // Of what was passed over nothing was counted: it says nothing of a log with another name.
    return other.series == name.series || !ofSeries && (known.events > 0 || source.format.countsDays)
  }

  /// Whether lines of a time or later were counted in any log of a format.
  func hasCounted(_ format: String, since local: Int64) -> Bool {
    sources.values.contains { $0.events > 0 && $0.lastLocal >= local && $0.format == format }
  }

  /// Whether lines of a time or later were counted in a log of IceWarp's under another name than those of its server.
  func hasCountedJoined(since local: Int64) -> Bool {
    sources.values.contains {
      $0.events > 0 && $0.lastLocal >= local && $0.format == IceWarpFormat.identifier && !LogName($0).isUsual
    }
  }

  /// What was counted in a file of this series; nothing where it was passed over, or not read.
  func counted(_ source: PlannedSource) -> StoredSource? {
    switch try? verdict(source, ofSeries: true) {
    case .continues(let known), .nothingNew(let known): known.events > 0 ? known : nil
    case .new, .changed, .undecided, nil: nil
    }
  }

  /// Whether a file begins like a known log by more than chance.
  static func isCertain(_ source: PlannedSource, _ known: StoredSource) -> Bool {
    let common = PrintCoding.decoded(known.print).commonLines(with: source.print)
    return common >= tellingLines && Int(source.print.lineEnds[common - 1].length) >= tellingBytes
  }

  private func later(_ source: PlannedSource, than known: StoredSource) throws(FileError) -> LaterLines.Place? {
    guard source.encoding == TextEncoding.utf8.rawValue else { return nil }
    return try LaterLines(source: source, limits: limits).place(after: known.lastLocal)
  }

  /// What a file is that is shorter than what was read: a copy that was made earlier, or the log itself, put back from such a copy and
  /// written to again.
  private func shorter(
    _ source: PlannedSource, _ known: StoredSource, _ isTelling: Bool
  ) throws(FileError) -> Verdict {
    guard isTelling, let place = try later(source, than: known) else { return .nothingNew(known) }
    return .changed(known, place)
  }

  private func verdict(
    _ source: PlannedSource, _ known: StoredSource, _ isTelling: Bool
  ) throws(FileError) -> Verdict {
    switch source.origin {
    case .plain(let file):
      if file.size < known.offset {
        // All of a short file is known by its print.
        let isWhole = (source.print.lineEnds.last?.length).map { Int64($0) + file.textBegin == file.size } ?? false
        return isWhole ? .nothingNew(known) : try shorter(source, known, isTelling)
      }
      guard try file.tailHash(at: known.offset) == known.tail else { return .new }
      return file.size == known.offset ? .nothingNew(known) : .continues(known)
    case .packed(let path, let member):
      let packed = try PackedFile(path: path, limits: limits)
      for _ in 0..<member { _ = try? packed.nextMember() }
      guard try packed.nextMember() != nil else { return .new }
      guard let tail = packed.skip(to: known.offset) else { return try shorter(source, known, isTelling) }
      guard tail == known.tail else { return .new }
      return packed.isAtEnd() ? .nothingNew(known) : .continues(known)
    case .standardInput(let input):
      guard let tail = input.skip(to: known.offset) else { return .nothingNew(known) }
      guard tail == known.tail else {
        return .undecided("it begins like \(known.path) and goes on differently; give it as a file")
      }
      return input.isAtEnd() ? .nothingNew(known) : .continues(known)
    }
  }
}
