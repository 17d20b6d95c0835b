import Analysis
import LogFormats
import MailModel

/// Feeds bytes as a Postfix log through parser, sessions and report.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  guard let day = CivilDate(year: 2026, month: 12, day: 31) else { preconditionFailure("no day") }
  var assembler = SessionAssembler(context: AnalysisContext(zone: ZoneRules(fixedOffset: 0), seed: 1))
  assembler.begin(
    SourceTraits(source: 0, piece: 0, format: 1, rsetEndsLogin: false, keysNameServer: true), continuing: OpenSessions()
  )
  var parser = PostfixFormat(context: FormatContext(lastDay: day))
  var event = LogEvent()
  for (number, part) in bytes.split(separator: 0x0a, omittingEmptySubsequences: false).enumerated() {
    let line = Array(part)
    guard parser.parse(line.span, into: &event) == .event else { continue }
    for range in [event.first, event.second, event.third, event.fourth] {
      precondition(range.start <= range.end && Int(range.end) <= line.count, "a range outside the line")
    }
    assembler.apply(event, line.span, number: number + 1)
  }
  assembler.finishAll(assembler.settle(assembler.end(), after: OpenSessions()))
  var builder = ReportBuilder(
    tally: assembler.takeTally(),
    input: ReportInput(generator: Generator(version: "fuzz"), generatedAt: Timestamp(seconds: 0)))
  let report = builder.build()
  precondition(report.totals.byPort.values.reduce(0) { $0 + $1.sessions } == report.totals.authenticatedSessions)
  precondition(report.totals.byPort.values.reduce(0) { $0 + $1.messages } == report.totals.messages)
  compareSifted(bytes, in: FormatContext(lastDay: day))
  return 0
}

/// Sees that lines sifted 64 at a time say what each says that is read as it comes.
private func compareSifted(_ bytes: [UInt8], in context: FormatContext) {
  let ends = bytes.indices.filter { bytes[$0] == 0x0a }.map { UInt32($0) }
  let stretch = bytes + [UInt8](repeating: 0x6d, count: 64)
  var sifting = PostfixFormat(context: context)
  var plain = sifting
  var kinds = SiftedKinds()
  var (found, expected) = (LogEvent(), LogEvent())
  for first in stride(from: 0, to: ends.count, by: 64) {
    let block = first..<min(first + 64, ends.count)
    let begin = first > 0 ? Int(ends[first - 1]) + 1 : 0
    let kept = sifting.sift(stretch.span, from: begin, ends: ends.span, lines: block, naming: &kinds)
    for i in block {
      let start = i > 0 ? Int(ends[i - 1]) + 1 : 0
      let feed = Int(ends[i])
      let line = stretch.span.extracting(start..<(feed > start && bytes[feed - 1] == 0x0d ? feed - 1 : feed))
      let outcome = plain.parse(line, into: &expected)
      guard kept >> UInt64(i - first) & 1 == 1 else {
        precondition(outcome == .ignored, "a line was dismissed that says something")
        continue
      }
      precondition(sifting.parse(line, kind: kinds[i - first], into: &found) == outcome, "sifting changes an outcome")
      guard outcome == .event else { continue }
      precondition(text(of: found) == text(of: expected), "sifting changes an event")
    }
  }
}

private func text(of event: LogEvent) -> String {
  """
  \(event.kind) \(event.code) \(event.key) \(event.time) \(event.first) \(event.second) \(event.third) \
  \(event.fourth) \(event.counters)
  """
}
