import ByteScanning
import StateStore

/// The logs of states that are to be merged: one that was counted in two of them would count twice.
struct MergedLogs {
  /// A log of one state.
  private struct Holding {
    var file: String
    var part: StoredPart
    var source: StoredSource
  }

  /// Parts by state and server, the latest first, each with its logs.
  private var parts: [String: [(file: String, part: StoredPart, sources: [StoredSource])]] = [:]

  /// Stamps without an offset are read in the zone of each machine, so that one log may seem to begin up to so much earlier in another
  /// state, in milliseconds.
  private static let zones: Int64 = 14 * 3_600_000

  /// Takes what a state holds.
  mutating func add(_ file: StateFile, as path: String) throws(StateError) {
    for part in try file.parts() {
      let sources = try file.sources(of: part.id).filter { $0.events > 0 && !$0.print.isEmpty }
      parts["\(part.origin) \(part.server)", default: []].append((path, part, sources))
    }
  }

  /// Why the states must not be merged; nothing when they may.
  var conflict: [String]? { separation ?? repetition }

  /// Copies of one state of which each has counted a log that the other has not: only one of them would count.
  private var separation: [String]? {
    for held in parts.values {
      let held = held.sorted { ($0.part.generation, $0.file) > ($1.part.generation, $1.file) }
      guard let newest = held.first else { continue }
      let begins = Set(newest.sources.compactMap(MergedLogs.begin))
      for older in held.dropFirst() {
        guard let lost = older.sources.first(where: { !(MergedLogs.begin($0).map(begins.contains) ?? true) }) else {
          continue
        }
        return [
          "\(older.file) and \(newest.file) are copies of one state that went on apart: only one of them would count, and \(lost.path) was "
            + "read in \(older.file) alone. Nothing was merged.",
          "  Merge the one that goes on, and count in it what it lacks (port587 audit LOGS --state \(newest.file)).",
        ]
      }
    }
    return nil
  }

  /// A log that stands in two states.
  private var repetition: [String]? {
    var known: [UInt64: [Holding]] = [:]
    // Of the same part the newest takes the place of the others.
    let newest = parts.values.compactMap { $0.max { ($0.part.generation, $0.file) < ($1.part.generation, $1.file) } }
    for held in newest.sorted(by: { ($0.file, $0.part.id) < ($1.file, $1.part.id) }) {
      for source in held.sources {
        guard let begin = MergedLogs.begin(source) else { continue }
        let own = Holding(file: held.file, part: held.part, source: source)
        if let other = known[begin]?.first(where: { $0.file != own.file && MergedLogs.isSame($0.source, source) }) {
          return [
            "\(other.file) and \(own.file) hold the same log, which would count twice: \(other.source.path) "
              + "(server \(other.part.server)) and \(source.path) (server \(own.part.server)). Nothing was merged.",
            "  Merge only one of them. If each has logs that the other lacks, count those into one of the two (port587 audit LOGS --state FILE).",
          ]
        }
        known[begin, default: []].append(own)
      }
    }
    return nil
  }

  private static func begin(_ source: StoredSource) -> UInt64? {
    PrintCoding.decoded(source.print).lineEnds.first?.hash
  }

  /// Whether two logs are one by more than chance: servers that begin anew each night may begin with the same lines on two days.
  private static func isSame(_ one: StoredSource, _ other: StoredSource) -> Bool {
    let (print, otherPrint) = (PrintCoding.decoded(one.print), PrintCoding.decoded(other.print))
    guard one.format == other.format, print.agrees(with: otherPrint), SourceLedger.isCertain(print, otherPrint),
      one.offset != other.offset || one.tail == other.tail
    else { return false }
    return one.firstAt > one.lastAt || other.firstAt > other.lastAt || abs(one.firstAt - other.firstAt) <= zones
  }
}
