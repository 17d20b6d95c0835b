import ByteScanning
import Foundation
import LogFormats
import MailModel
import StateStore

extension StoredSource {
  /// Moves the place behind a piece that was read, and adds its lines.
  mutating func advance(by counted: LineCounts, piece: Piece, of source: PlannedSource, zone: ZoneRules) throws {
    path = source.path
    format = source.format.identifier
    if let status = source.status, source.isPlain || offset == 0 {
      device = status.device
      inode = status.inode
    }
    lines += Int64(counted.lines)
    events += Int64(counted.events)
    ignored += Int64(counted.ignored)
    unrecognised += Int64(counted.unrecognised)
    malformed += Int64(counted.malformed)
    if let first = counted.first { firstAt = min(firstAt, zone.moment(first).milliseconds) }
    if let last = counted.last {
      lastLocal = max(lastLocal, last.local)
      lastAt = max(lastAt, zone.moment(last).milliseconds)
    }
    if let continuation = counted.continuation {
      clockDay = Int64(continuation.day.daysSinceEpoch)
      clockMillisecond = continuation.millisecond
    }
    switch source.origin {
    case .plain(let file):
      offset = piece.to ?? file.size
      tail = try file.tailHash(at: offset) ?? 0
      print = PrintCoding.encoded(try file.contentPrint().cut(at: offset - file.textBegin))
    case .packed, .standardInput:
      offset = piece.from + counted.bytes
      tail = counted.tail ?? tail
      print = PrintCoding.encoded(source.print)
    }
  }
}

extension PlannedSource {
  /// Whether it can be read from any place, by several at once.
  var isPlain: Bool {
    if case .plain = origin { true } else { false }
  }
}
