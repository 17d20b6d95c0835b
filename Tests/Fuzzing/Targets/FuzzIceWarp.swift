import Analysis
import LogFormats
import MailModel

/// Feeds bytes as an IceWarp log through parser, sessions and report.
///
/// Read in one go and in two pieces side by side, the same lines must give the same numbers.
enum FuzzIceWarp: FuzzTarget {
  static let seeds = "icewarp"

  static func feed(_ bytes: [UInt8]) throws {
    let lines = bytes.split(separator: 0x0a, omittingEmptySubsequences: false).map { Array($0) }
    let whole = try report(lines, cut: lines.count)
    let apart = try report(lines, cut: lines.count / 2)
    try Contradiction.unless(whole.totals == apart.totals, "two pieces give other totals than one")
    try Contradiction.unless(
      whole.totals.byPort.values.reduce(0) { $0 + $1.sessions } == whole.totals.authenticatedSessions,
      "ports do not add up")
    try Contradiction.unless(
      whole.totals.byPortEvidence.values.reduce(0, +) == whole.totals.authenticatedSessions, "ports do not add up")
  }
}

private func report(_ lines: [[UInt8]], cut: Int) throws -> ReportModel {
  guard let day = CivilDate(year: 2026, month: 3, day: 16) else { throw Contradiction("no day") }
  let format = FormatContext(day: day, lastDay: day, dayIsFromName: true)
  var assembler = SessionAssembler(context: AnalysisContext(zone: ZoneRules(fixedOffset: 0), seed: 1))
  var open = OpenSessions()
  for (piece, part) in [lines[..<cut], lines[cut...]].enumerated() {
    let traits = SourceTraits(source: 0, piece: UInt32(piece), format: 0, rsetEndsLogin: true)
    assembler.begin(traits, continuing: piece == 0 ? open : nil)
    var parser = IceWarpFormat(context: format)
    var event = LogEvent()
    for (number, line) in part.enumerated() where parser.parse(line.span, into: &event) == .event {
      assembler.apply(event, line.span, number: number + 1)
    }
    open = assembler.settle(assembler.end(), after: open)
  }
  assembler.finishAll(open)
  var builder = ReportBuilder(
    tally: assembler.takeTally(),
    input: ReportInput(generator: Generator(version: "fuzz"), generatedAt: Timestamp(seconds: 0)))
  return builder.build()
}
