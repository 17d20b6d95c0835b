import Analysis
import FoundationEssentials
import LogFormats
import MailModel

/// What a state would keep of a few logs, as a beginning for the fuzzer: `scripts/fuzz.sh --seeds FuzzState FOLDER LOG…`.
///
/// Made anew whenever the stored form gets another version.
enum StateSeeds {
  static let counts: UInt8 = 0x63  // c
  static let sessions: UInt8 = 0x6f  // o, open
  static let joins: UInt8 = 0x6a  // j

  static func write(to folder: String, logs: [String]) throws {
    for (index, log) in logs.enumerated() {
      let bytes = [UInt8](try Data(contentsOf: URL(filePath: log)))
      let lines = bytes.split(separator: 0x0a).map { Array($0.last == 0x0d ? $0.dropLast() : $0) }
      if log.contains("postfix") {
        try write(lines, as: PostfixFormat.self, keysNameServer: true, to: "\(folder)/postfix-\(index)")
      } else {
        try write(lines, as: IceWarpFormat.self, keysNameServer: false, to: "\(folder)/icewarp-\(index)")
      }
    }
  }

  private static func write<Format: LogFormat>(
    _ lines: [[UInt8]], as format: Format.Type, keysNameServer: Bool, to place: String
  ) throws {
    guard let day = CivilDate(year: 2026, month: 3, day: 16) else { return }
    let context = AnalysisContext(
      zone: ZoneRules(fixedOffset: 0), keepsDays: true, joinsConnections: true, seed: 1)
    var assembler = SessionAssembler(context: context)
    assembler.begin(
      SourceTraits(source: 0, piece: 0, format: 0, rsetEndsLogin: !keysNameServer, keysNameServer: keysNameServer),
      continuing: OpenSessions())
    var parser = Format(context: FormatContext(day: day, lastDay: day, dayIsFromName: true))
    var event = LogEvent()
    for (number, line) in lines.enumerated() where parser.parse(line.span, into: &event) == .event {
      assembler.apply(event, line.span, number: number + 1)
    }
    assembler.nameHosts(parser.hosts)
    let open = assembler.settle(assembler.end(), after: OpenSessions())
    try write(sessions, open.encoded(), "\(place).open")
    assembler.finishAll(open)
    var tally = assembler.takeTally()
    var span = JoinSpan()
    let sightings = tally.takeAllSightings()
    span.add(sightings)
    span.add(
      sightings.enumerated().map { number, sighting in
        ConnectionSighting(
          client: sighting.client, at: sighting.at + 40, mark: ConnectionMark(source: 0, line: UInt32(number)),
          clientPort: sighting.clientPort, port: 587)
      })
    for (number, day) in span.takeChanged() { try write(joins, day.encoded(), "\(place)-\(number).joins") }
    for (number, part) in tally.byDay() { try write(counts, part.encoded(), "\(place)-\(number).counts") }
  }

  private static func write(_ kind: UInt8, _ bytes: [UInt8], _ path: String) throws {
    try Data([kind] + bytes).write(to: URL(filePath: path))
  }
}
