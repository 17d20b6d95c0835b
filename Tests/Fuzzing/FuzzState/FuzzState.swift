import Analysis
import LogFormats
import MailModel

/// Feeds bytes as what a state keeps: counts of a day, sessions that are still open, a day of joins.
///
/// The first byte says which. Bytes that are taken give the same again, and a report; others are a fault, never a crash.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  guard let kind = bytes.first else { return 0 }
  let rest = Array(bytes.dropFirst())
  switch kind {
  case FuzzSeeds.counts: takeCounts(rest)
  case FuzzSeeds.sessions: takeSessions(rest)
  case FuzzSeeds.joins: takeJoins(rest)
  default: break
  }
  return 0
}

private func takeCounts(_ bytes: [UInt8]) {
  guard let tally = try? Tally(encoded: bytes, seed: 1) else { return }
  let written = tally.encoded()
  do {
    let again = try Tally(encoded: written, seed: 1).encoded()
    precondition(again == written, "counts read again are others")
  } catch {
    preconditionFailure("counts cannot be read again: \(error)")
  }
  // Once more the same day, as after a merge.
  var sum = Tally(limits: TallyLimits(), seed: 2)
  sum.merge(tally)
  sum.merge(tally)
  var builder = ReportBuilder(
    tally: consume sum, input: ReportInput(generator: Generator(version: "fuzz"), generatedAt: Timestamp(seconds: 0)))
  _ = builder.build()
}

private func takeSessions(_ bytes: [UInt8]) {
  guard let open = try? OpenSessions(encoded: bytes) else { return }
  let written = open.encoded()
  do {
    let again = try OpenSessions(encoded: written).encoded()
    precondition(again == written, "open sessions read again are others")
  } catch {
    preconditionFailure("open sessions cannot be read again: \(error)")
  }
  var assembler = SessionAssembler(context: AnalysisContext(zone: ZoneRules(fixedOffset: 0), seed: 1))
  assembler.begin(SourceTraits(source: 0, piece: 0, format: 0, rsetEndsLogin: true), continuing: open)
  assembler.finishAll(assembler.settle(assembler.end(), after: OpenSessions()))
  _ = assembler.takeTally().encoded()
}

private func takeJoins(_ bytes: [UInt8]) {
  guard let day = try? JoinDay(encoded: bytes) else { return }
  let written = day.encoded()
  do {
    let again = try JoinDay(encoded: written).encoded()
    precondition(again == written, "a day of joins read again is another")
  } catch {
    preconditionFailure("a day of joins cannot be read again: \(error)")
  }
}
