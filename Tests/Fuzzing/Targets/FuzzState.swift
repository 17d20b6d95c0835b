import Analysis
import LogFormats
import MailModel

/// Feeds bytes as what a state keeps: counts of a day, sessions that are still open, a day of joins.
///
/// The first byte says which. Bytes that are taken give the same again, and a report; others are a fault, never a crash.
enum FuzzState: FuzzTarget {
  static let seeds = "state"
  static var writeSeeds: SeedWriter? { StateSeeds.write }

  static func feed(_ bytes: [UInt8]) throws {
    guard let kind = bytes.first else { return }
    let rest = Array(bytes.dropFirst())
    switch kind {
    case StateSeeds.counts: try takeCounts(rest)
    case StateSeeds.sessions: try takeSessions(rest)
    case StateSeeds.joins: try takeJoins(rest)
    default: break
    }
  }
}

private func takeCounts(_ bytes: [UInt8]) throws {
  guard let tally = try? Tally(encoded: bytes, seed: 1) else { return }
  let written = tally.encoded()
  let again = try Tally(encoded: written, seed: 1).encoded()
  try Contradiction.unless(again == written, "counts read again are others")
  // Once more the same day, as after a merge.
  var sum = Tally(limits: TallyLimits(), seed: 2)
  sum.merge(tally)
  sum.merge(tally)
  var builder = ReportBuilder(
    tally: consume sum, input: ReportInput(generator: Generator(version: "fuzz"), generatedAt: Timestamp(seconds: 0)))
  _ = builder.build()
}

private func takeSessions(_ bytes: [UInt8]) throws {
  guard let open = try? OpenSessions(encoded: bytes) else { return }
  let written = open.encoded()
  let again = try OpenSessions(encoded: written).encoded()
  try Contradiction.unless(again == written, "open sessions read again are others")
  var assembler = SessionAssembler(context: AnalysisContext(zone: ZoneRules(fixedOffset: 0), seed: 1))
  assembler.begin(SourceTraits(source: 0, piece: 0, format: 0, rsetEndsLogin: true), continuing: open)
  assembler.finishAll(assembler.settle(assembler.end(), after: OpenSessions()))
  _ = assembler.takeTally().encoded()
}

private func takeJoins(_ bytes: [UInt8]) throws {
  guard let day = try? JoinDay(encoded: bytes) else { return }
  let written = day.encoded()
  let again = try JoinDay(encoded: written).encoded()
  try Contradiction.unless(again == written, "a day of joins read again is another")
}
