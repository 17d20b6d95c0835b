import Analysis
import MailModel
import StateStore

extension StateReader {
  /// Everything counted of a server that waits for connection records, joined with those that are there.
  ///
  /// - Returns: nothing when the state keeps nothing for a join of this server.
  func joinedTally(
    _ part: StoredPart, days: ClosedRange<Int64>?, context: AnalysisContext
  ) throws(StateError) -> Tally? {
    let join = try StateJoin(file, part: part.id)
    guard !join.span.days.isEmpty else { return nil }
    var whole = Tally(limits: limits, seed: seed)
    var open: [OpenSessions] = []
    for number in try file.dayNumbers(of: part.id, in: days ?? Int64.min...Int64.max) {
      if let day = try file.day(number, of: part.id) { whole.merge(try counts(day)) }
    }
    for stream in try file.streams(of: part.id) { open.append(try sessions(stream)) }
    var context = context
    context.joinsConnections = true
    var last = SessionAssembler(context: context, tally: whole)
    whole = Tally(limits: limits, seed: seed)
    for sessions in open { last.finishAll(sessions) }
    whole = last.takeTally()
    whole.join(join.span, days: days)
    return whole
  }
}
