import Analysis
import Foundation
import MailModel
import StateStore

/// Puts together what a state holds.
struct StateReader {
  let file: StateFile
  let limits: TallyLimits
  let seed: UInt64

  /// Everything counted in a range of days, of all servers, with the sessions that are still open.
  func tally(days: ClosedRange<Int64>?, context: AnalysisContext) throws(AuditFault) -> Tally {
    var whole = Tally(limits: limits, seed: seed)
    var open: [OpenSessions] = []
    do throws(StateError) {
      for part in try file.parts() {
        if let joined = try joinedTally(part, days: days, context: context) {
          whole.merge(joined)
          continue
        }
        for number in try file.dayNumbers(of: part.id, in: days ?? Int64.min...Int64.max) {
          if let day = try file.day(number, of: part.id) { whole.merge(try counts(day)) }
        }
        for stream in try file.streams(of: part.id) { open.append(try sessions(stream)) }
      }
    } catch {
      throw .state(error)
    }
    var last = SessionAssembler(context: context, tally: whole)
    whole = Tally(limits: limits, seed: seed)
    for sessions in open { last.finishAll(sessions) }
    return last.takeTally()
  }

  /// The counts of a day.
  func counts(_ day: StoredDay) throws(StateError) -> Tally {
    do {
      return try Tally(encoded: Array(day.facts), limits: limits, seed: seed)
    } catch {
      throw .damaged(path: file.path, detail: error.description)
    }
  }

  /// The open sessions of a stream.
  func sessions(_ stream: StoredStream) throws(StateError) -> OpenSessions {
    do {
      return try OpenSessions(encoded: Array(stream.open))
    } catch {
      throw .damaged(path: file.path, detail: error.description)
    }
  }
}
