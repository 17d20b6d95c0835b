import ByteScanning
import LogFormats
import MailModel

/// Finds where the lines begin that are later than all that was read of a log, when the log itself was changed meanwhile.
///
/// A place in bytes means nothing then; the time of a line still does.
struct LaterLines {
  /// Where a line begins, and what the format needs to know to read on from there.
  struct Place {
    var offset: Int64
    var continuation: (day: CivilDate, millisecond: Int64)?
  }

  let source: PlannedSource
  let limits: UnpackLimits
  private static let blockBytes = 1 << 20

  /// The first whole line with an event after a local time; nothing when there is none.
  ///
  /// It is asked of UTF-8 text only.
  func place(after local: Int64) throws(FileError) -> Place? {
    switch source.origin {
    case .plain(let file):
      var next = file.textBegin
      return try place(after: local, from: next, in: source.format) { () throws(FileError) in
        let block = try file.bytes(from: next, count: LaterLines.blockBytes)
        next += Int64(block.count)
        return block
      }
    case .packed(let path, let member):
      let packed = try PackedFile(path: path, limits: limits)
      for _ in 0..<member { _ = try? packed.nextMember() }
      guard try packed.nextMember() != nil else { return nil }
      return try place(after: local, from: packed.textBegin, in: source.format) { () throws(FileError) in
        packed.nextBlock(LaterLines.blockBytes)
      }
    case .standardInput: return nil
    }
  }

  private func place<Format: LogFormat>(
    after local: Int64, from begin: Int64, in type: Format.Type, _ next: () throws(FileError) -> [UInt8]
  ) throws(FileError) -> Place? {
    var format = Format(context: source.context)
    var event = LogEvent()
    var start = begin
    var rest: [UInt8] = []
    while true {
      let block = try next()
      if block.isEmpty { return nil }
      rest += block
      var lineStart = 0
      while let feed = rest[lineStart...].firstIndex(of: 0x0A) {
        // A hole that a crash left in the log stands before the first line that was written after it.
        let text = rest[lineStart..<feed].drop { $0 == 0 }
        let line = Array(text.last == 0x0D ? text.dropLast() : text)
        let before = format.continuation
        let outcome = format.parse(line.span, into: &event)
        if outcome == .event, !event.time.isUndated, event.time.local > local {
          return Place(offset: start + Int64(text.startIndex), continuation: before)
        }
        lineStart = feed + 1
      }
      rest.removeFirst(lineStart)
      start += Int64(lineStart)
      // A line longer than any log line is is passed over.
      if rest.count > 16 * LaterLines.blockBytes {
        start += Int64(rest.count)
        rest = []
      }
    }
  }
}
