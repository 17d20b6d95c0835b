import ByteScanning
import LogFormats
import MailModel

/// Finds sources that hold what another source holds too: a copy beside the log, an older state of it in a backup folder,
/// the log and what it was packed into.
///
/// Two sources are one log when they begin alike and have the same bytes before the end of the shorter one, as with a
/// state (`SourceLedger`). The longest is read.
struct SourceCopies {
  /// How long the text of a source is, and the hash of its last bytes.
  private typealias End = (length: Int64, tail: UInt64)

  let limits: UnpackLimits

  /// For each source that need not be read the one that holds all of it; by their places.
  func find(_ sources: [PlannedSource]) -> [Int: Int] {
    var byBegin: [UInt64: [Int]] = [:]
    for (number, source) in sources.enumerated() {
      if let begin = source.print.lineEnds.first { byBegin[begin.hash, default: []].append(number) }
    }
    var copies: [Int: Int] = [:]
    for group in byBegin.values where group.count > 1 {
      // Only what begins alike for some kilobytes is looked at further.
      var ends: [Int: End] = [:]
      for number in group
      where group.contains(where: { $0 != number && SourceCopies.mayBeCopies(sources[$0], sources[number]) }) {
        ends[number] = end(sources[number])
      }
      let sorted = ends.sorted { a, b in
        if a.value.length != b.value.length { return a.value.length > b.value.length }
        let (left, right) = (sources[a.key].isPlain, sources[b.key].isPlain)
        if left != right { return left }
        // The log itself rather than what lies in a folder below it, or beside it as "… - Copy".
        let (one, other) = (sources[a.key], sources[b.key])
        if one.depth != other.depth { return one.depth < other.depth }
        let (length, otherLength) = (one.fileName.utf8.count, other.fileName.utf8.count)
        return length != otherLength ? length < otherLength : a.key < b.key
      }
      var kept: [Int] = []
      for (number, end) in sorted {
        let whole = kept.first { other in
          ends[other].map { isCopy(sources[number], end, of: sources[other], $0) } ?? false
        }
        if let whole { copies[number] = whole } else { kept.append(number) }
      }
    }
    return copies
  }

  /// Whether names and first lines allow it; a log of one day is none of another day, even where both begin alike.
  private static func mayBeCopies(_ a: PlannedSource, _ b: PlannedSource) -> Bool {
    a.print.agrees(with: b.print) && a.encoding == b.encoding && a.format == b.format && a.pathPort == b.pathPort
      && !(a.context.dayIsFromName && b.context.dayIsFromName && a.context.day != b.context.day)
  }

  /// Whether all bytes of a source stand at the begin of another one that is not shorter.
  private func isCopy(_ source: PlannedSource, _ end: End, of other: PlannedSource, _ otherEnd: End) -> Bool {
    guard SourceCopies.mayBeCopies(source, other) else { return false }
    if end.length == otherEnd.length { return end.tail == otherEnd.tail }
    // A few lines may stand at the begin of two logs by chance.
    guard end.length >= Int64(ContentPrint.headLength) || source.fileName == other.fileName else { return false }
    return tail(other, at: end.length) == end.tail
  }

  /// Nothing where it cannot be known without reading it.
  private func end(_ source: PlannedSource) -> End? {
    switch source.origin {
    case .plain(let file): (try? file.tailHash(at: file.size)).flatMap { $0 }.map { (file.size, $0) }
    case .packed: opened(source)?.measure()
    case .standardInput: nil
    }
  }

  private func tail(_ source: PlannedSource, at place: Int64) -> UInt64? {
    switch source.origin {
    case .plain(let file): (try? file.tailHash(at: place)).flatMap { $0 }
    case .packed: opened(source)?.skip(to: place)
    case .standardInput: nil
    }
  }

  /// A packed source at the begin of its text; nothing for UTF-16, whose text is not what was packed.
  private func opened(_ source: PlannedSource) -> PackedFile? {
    guard case .packed(let path, let member) = source.origin, source.encoding == TextEncoding.utf8.rawValue,
      let packed = try? PackedFile(path: path, limits: limits)
    else { return nil }
    for _ in 0..<member { _ = try? packed.nextMember() }
    return (try? packed.nextMember()) == nil ? nil : packed
  }
}

extension PlannedSource {
  /// How many folders stand before its name.
  fileprivate var depth: Int { path.utf8.count { $0 == UInt8(ascii: "/") } }

  /// The name without folders and without a compression suffix.
  fileprivate var fileName: Substring {
    let name = path.split { $0 == "/" || $0 == "!" }.last ?? ""
    return CompressionSuffix.removed(from: String(name))[...]
  }
}
