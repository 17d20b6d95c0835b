import Analysis
import LogFormats
import MailModel

/// Feeds bytes as a Postfix log through parser, sessions and report.
enum FuzzPostfix: FuzzTarget {
  static let seeds = "postfix"

  static func feed(_ bytes: [UInt8]) throws {
    guard let day = CivilDate(year: 2026, month: 12, day: 31) else { throw Contradiction("no day") }
    var assembler = SessionAssembler(context: AnalysisContext(zone: ZoneRules(fixedOffset: 0), seed: 1))
    assembler.begin(
      SourceTraits(source: 0, piece: 0, format: 1, rsetEndsLogin: false, keysNameServer: true),
      continuing: OpenSessions()
    )
    var parser = PostfixFormat(context: FormatContext(lastDay: day))
    var event = LogEvent()
    for (number, part) in bytes.split(separator: 0x0a, omittingEmptySubsequences: false).enumerated() {
      let line = Array(part)
      guard parser.parse(line.span, into: &event) == .event else { continue }
      let fifth = event.kind == .refused ? event.fifth : .none
      for range in [event.first, event.second, event.third, event.fourth, fifth, event.service] {
        try Contradiction.unless(range.start <= range.end && Int(range.end) <= line.count, "a range outside the line")
      }
      assembler.apply(event, line.span, number: number + 1)
    }
    assembler.finishAll(assembler.settle(assembler.end(), after: OpenSessions()))
    var builder = ReportBuilder(
      tally: assembler.takeTally(),
      input: ReportInput(generator: Generator(version: "fuzz"), generatedAt: Timestamp(seconds: 0)))
    let report = builder.build()
    try Contradiction.unless(
      report.totals.byPort.values.reduce(0) { $0 + $1.sessions } == report.totals.authenticatedSessions,
      "ports do not add up")
    try Contradiction.unless(
      report.totals.byPort.values.reduce(0) { $0 + $1.messages } == report.totals.messages, "messages do not add up")
  }
}
