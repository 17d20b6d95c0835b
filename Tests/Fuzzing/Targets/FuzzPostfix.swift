import Analysis
import LogFormats
import MailModel

/// Feeds bytes as a Postfix log through parser, sessions and report.
///
/// Read in one go and in two runs, of which the second goes on with the open sessions of the first, the same lines must give
/// the same numbers, unless time goes back: of what anvil has named less is carried from run to run than is known within one.
enum FuzzPostfix: FuzzTarget {
  static let seeds = "postfix"

  static func feed(_ bytes: [UInt8]) throws {
    let lines = bytes.split(separator: 0x0a, omittingEmptySubsequences: false).map { Array($0) }
    let (whole, isInOrder) = try report(lines, cut: lines.count)
    let (apart, _) = try report(lines, cut: lines.count / 2)
    try Contradiction.unless(
      whole.totals == apart.totals || !isInOrder, "two runs give other totals than one: \(apart.totals) \(whole.totals)"
    )
    try Contradiction.unless(
      whole.totals.byPort.values.reduce(0) { $0 + $1.sessions } == whole.totals.authenticatedSessions,
      "ports do not add up")
    try Contradiction.unless(
      whole.totals.byPort.values.reduce(0) { $0 + $1.messages } == whole.totals.messages, "messages do not add up")
  }
}

private func report(_ lines: [[UInt8]], cut: Int) throws -> (report: ReportModel, isInOrder: Bool) {
  guard let day = CivilDate(year: 2026, month: 12, day: 31) else { throw Contradiction("no day") }
  var assembler = SessionAssembler(context: AnalysisContext(zone: ZoneRules(fixedOffset: 0), seed: 1))
  var parser = PostfixFormat(context: FormatContext(lastDay: day))
  var open = OpenSessions()
  var last = Int64.min
  var isInOrder = true
  for part in [lines[..<cut], lines[cut...]] {
    assembler.begin(
      SourceTraits(source: 0, piece: 0, format: 1, rsetEndsLogin: false, keysNameServer: true),
      continuing: open)
    for (index, line) in zip(part.indices, part) {
      guard let time = try read(line, number: index + 1, &parser, &assembler) else { continue }
      if time.local < last { isInOrder = false }
      last = time.local
    }
    open = assembler.settle(assembler.end(), after: open)
  }
  assembler.finishAll(open)
  var builder = ReportBuilder(
    tally: assembler.takeTally(),
    input: ReportInput(generator: Generator(version: "fuzz"), generatedAt: Timestamp(seconds: 0)))
  return (builder.build(), isInOrder)
}

/// Takes a line, and gives the time of what it says.
private func read(
  _ line: [UInt8], number: Int, _ parser: inout PostfixFormat, _ assembler: inout SessionAssembler
) throws -> LogTime? {
  var event = LogEvent()
  switch parser.parse(line.span, into: &event) {
  case .event:
    let fifth = event.kind == .refused || event.kind == .messageStarted ? event.fifth : .none
    try check([event.first, event.second, event.third, event.fourth, fifth, event.service], of: line)
    assembler.apply(event, line.span, number: number)
  case .ignored:
    guard parser.readDelivery(line.span, into: &event) else { return nil }
    try check([event.first, event.fourth], of: line)
    if assembler.isFollowing { assembler.follow(event, line.span) }
  case .unrecognised, .malformed: return nil
  }
  return event.time
}

private func check(_ ranges: [ByteRange], of line: [UInt8]) throws(Contradiction) {
  for range in ranges {
    try Contradiction.unless(range.start <= range.end && Int(range.end) <= line.count, "a range outside the line")
  }
}
