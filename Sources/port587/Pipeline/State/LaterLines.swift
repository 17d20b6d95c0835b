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
  /// How much later a line may stand before an earlier one, in milliseconds.
  private static let disorder: Int64 = 60_000

  /// The first whole line with an event after a local time; nothing when there is none.
  ///
  /// It is asked of UTF-8 text only.
  func place(after local: Int64) throws(FileError) -> Place? {
    var found: Place?
    try walk { line, time, place, _ in
      guard time > local else { return true }
      found = place
      return false
    }
    return found
  }

  /// The first whole line behind the last one of some lines; where there is none of these, the first one after a local time.
  ///
  /// - Parameters:
  ///   - lines: their hashes; they are no later than the local time.
  ///   - local: a local time.
  func place(behind lines: Set<UInt64>, orAfter local: Int64) throws(FileError) -> Place? {
    var behind: Place?
    var later: Place?
    try walk { line, time, place, next in
      if lines.contains(SampledLine.hash(of: line.span)) { behind = next }
      if later == nil, time > local { later = place }
      return time <= local + LaterLines.disorder
    }
    return behind ?? later
  }

  /// Gives the whole lines with events to `body`, with their times, their places and the places behind them, until that says
  /// no.
  private func walk(_ body: ([UInt8], Int64, Place, Place) -> Bool) throws(FileError) {
    switch source.origin {
    case .plain(let file):
      var next = file.textBegin
      try walk(from: next, in: source.format, body) { () throws(FileError) in
        let block = try file.bytes(from: next, count: LaterLines.blockBytes)
        next += Int64(block.count)
        return block
      }
    case .packed(let path, let member):
      let packed = try PackedFile(path: path, limits: limits)
      for _ in 0..<member { _ = try? packed.nextMember() }
      guard try packed.nextMember() != nil else { return }
      try walk(from: packed.textBegin, in: source.format, body) { () throws(FileError) in
        packed.nextBlock(LaterLines.blockBytes)
      }
    case .standardInput: return
    }
  }

  private func walk<Format: LogFormat>(
    from begin: Int64, in type: Format.Type, _ body: ([UInt8], Int64, Place, Place) -> Bool,
    _ next: () throws(FileError) -> [UInt8]
  ) throws(FileError) {
    var format = Format(context: source.context)
    var event = LogEvent()
    var start = begin
    var rest: [UInt8] = []
    while true {
      let block = try next()
      if block.isEmpty { return }
      rest += block
      var lineStart = 0
      while let feed = rest[lineStart...].firstIndex(of: 0x0A) {
        // A hole that a crash left in the log stands before the first line that was written after it.
        let text = rest[lineStart..<feed].drop { $0 == 0 }
        let line = Array(text.last == 0x0D ? text.dropLast() : text)
        let before = format.continuation
        let outcome = format.parse(line.span, into: &event)
        if outcome == .event, !event.time.isUndated {
          let place = Place(offset: start + Int64(text.startIndex), continuation: before)
          let behind = Place(offset: start + Int64(feed) + 1, continuation: format.continuation)
          if !body(line, event.time.local, place, behind) { return }
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
