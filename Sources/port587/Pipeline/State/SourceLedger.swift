import ByteScanning
import Foundation
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
  /// The latest moment of each stream, in local time.
  private var lastOfStream: [String: Int64] = [:]
  private let limits: UnpackLimits

  init(_ known: [StoredSource], limits: UnpackLimits) {
    self.limits = limits
    for source in known { note(source) }
  }

  /// Takes a source with its new place.
  mutating func note(_ source: StoredSource) {
    if let begin = PrintCoding.decoded(source.print).lineEnds.first, sources[source.id]?.print.isEmpty ?? true {
      byBegin[begin.hash, default: []].append(source.id)
    }
    sources[source.id] = source
    byFile[FileKey(device: source.device, inode: source.inode)] = source.id
    lastOfStream[source.stream] = max(lastOfStream[source.stream] ?? .min, source.lastLocal)
  }

  /// The latest moment of a stream, in local time.
  func lastLocal(of stream: String) -> Int64 { lastOfStream[stream] ?? .min }

  /// Whether this file is the one in which a log was seen last.
  func isFamiliar(_ status: FileStatus?) -> Bool {
    status.map { byFile[FileKey(device: $0.device, inode: $0.inode)] != nil } ?? false
  }

  /// Finds the log that a file holds.
  func verdict(_ source: PlannedSource) throws(FileError) -> Verdict {
    guard let begin = source.print.lineEnds.first else { return .new }
    var candidates = (byBegin[begin.hash] ?? []).compactMap { sources[$0] }
    let own = source.status.flatMap { byFile[FileKey(device: $0.device, inode: $0.inode)] }
    // The file itself first, then what was read furthest.
    candidates.sort { a, b in
      if (a.id == own) != (b.id == own) { return a.id == own }
      return a.offset != b.offset ? a.offset > b.offset : a.id < b.id
    }
    for candidate in candidates where PrintCoding.decoded(candidate.print).agrees(with: source.print) {
      switch try verdict(source, candidate) {
      case .new: continue
      case let found: return found
      }
    }
    return .new
  }

  private func verdict(_ source: PlannedSource, _ known: StoredSource) throws(FileError) -> Verdict {
    switch source.origin {
    case .plain(let file):
      // A shorter copy of the same log holds nothing new: its begin agrees as far as it goes.
      if file.size < known.offset { return .nothingNew(known) }
      guard try file.tailHash(at: known.offset) == known.tail else { return .new }
      return file.size == known.offset ? .nothingNew(known) : .continues(known)
    case .packed(let path, let member):
      let packed = try PackedFile(path: path, limits: limits)
      for _ in 0..<member { _ = try? packed.nextMember() }
      guard try packed.nextMember() != nil else { return .new }
      guard let tail = packed.skip(to: known.offset) else { return .nothingNew(known) }
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
