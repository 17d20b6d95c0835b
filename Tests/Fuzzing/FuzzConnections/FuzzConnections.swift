import LogFormats
import MailModel

/// Feeds bytes as a file of connection records through the choice of its format, and through every format.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  guard let day = CivilDate(year: 2026, month: 3, day: 16) else { preconditionFailure("no day") }
  let lines = bytes.split(separator: 0x0a, omittingEmptySubsequences: false).map { Array($0) }
  let sample = LogSample(lines: lines, fileName: "records.log", path: "records.log", modified: day)
  let chosen = ConnectionFormats.recognise(sample)
  var understood = 0
  for format in ConnectionFormats.all {
    let outcomes = feed(format, lines, day)
    understood += outcomes.filter { $0 == .event || $0 == .ignored }.count
    precondition(outcomes == feed(format, lines, day), "the same lines are read in two ways")
  }
  if chosen != nil { precondition(understood > 0, "a format was chosen that understands no line") }
  return 0
}

private func feed<Format: ConnectionFormat>(
  _ format: Format.Type, _ lines: [[UInt8]], _ day: CivilDate
) -> [LineOutcome] {
  var parser = Format(context: FormatContext(lastDay: day))
  var record = ConnectionRecord()
  return lines.map { line in
    let outcome = parser.parse(line.span, into: &record)
    if outcome == .event {
      precondition(record.serverPort > 0, "a connection to no port")
      _ = ZoneRules(fixedOffset: -10_800).moment(record.time)
    }
    return outcome
  }
}
