import LogFormats
import MailModel

/// Feeds bytes as a file of connection records through the choice of its format, and through every format.
enum FuzzConnections: FuzzTarget {
  static let seeds = "connections"
  static var writeSeeds: SeedWriter? { { folder, _ in try ConnectionSeeds.write(to: folder) } }

  static func feed(_ bytes: [UInt8]) throws {
    guard let day = CivilDate(year: 2026, month: 3, day: 16) else { throw Contradiction("no day") }
    let lines = bytes.split(separator: 0x0a, omittingEmptySubsequences: false).map { Array($0) }
    let sample = LogSample(lines: lines, fileName: "records.log", path: "records.log", modified: day)
    let chosen = ConnectionFormats.recognise(sample)
    var understood = 0
    for format in ConnectionFormats.all {
      let outcomes = try parse(format, lines, day)
      understood += outcomes.filter { $0 == .event || $0 == .ignored }.count
      try Contradiction.unless(outcomes == parse(format, lines, day), "the same lines are read in two ways")
    }
    if chosen != nil { try Contradiction.unless(understood > 0, "a format was chosen that understands no line") }
  }
}

private func parse<Format: ConnectionFormat>(
  _ format: Format.Type, _ lines: [[UInt8]], _ day: CivilDate
) throws -> [LineOutcome] {
  var parser = Format(context: FormatContext(lastDay: day))
  var record = ConnectionRecord()
  return try lines.map { line in
    let outcome = parser.parse(line.span, into: &record)
    if outcome == .event {
      try Contradiction.unless(record.serverPort > 0, "a connection to no port")
      _ = ZoneRules(fixedOffset: -10_800).moment(record.time)
    }
    return outcome
  }
}
