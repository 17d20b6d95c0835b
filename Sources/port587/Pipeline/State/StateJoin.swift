import Analysis
import Foundation
import MailModel
import StateStore

/// What a state keeps for the join with connection records, of one server.
struct StateJoin {
  private(set) var span: JoinSpan
  private let part: Int64

  /// Reads what is kept of a part.
  init(_ file: StateFile, part: Int64) throws(StateError) {
    self.part = part
    var days: [Int64: JoinDay] = [:]
    for row in try file.joins(of: part) { days[row.day] = try StateJoin.day(row, file) }
    span = JoinSpan(days)
  }

  /// One day of the join.
  static func day(_ row: StoredJoin, _ file: StateFile) throws(StateError) -> JoinDay {
    do {
      return try JoinDay(encoded: Array(row.kept))
    } catch {
      throw .damaged(path: file.path, detail: error.description)
    }
  }

  /// Keeps the sessions of a tally; those of days that are closed wait no longer.
  mutating func take(_ tally: inout Tally) {
    let sightings = tally.takeAllSightings()
    if let first = span.firstOpen {
      let late = Set(sightings.lazy.filter { JoinSpan.day(of: $0.at) < first }.map { $0.mark })
      if !late.isEmpty { tally.settle([:]) { late.contains($0) } }
    }
    span.add(sightings)
  }

  /// Keeps records.
  mutating func take(_ records: [ConnectionSighting]) { span.add(records) }

  /// Lets go of some clients; returns the rows that are different then.
  mutating func forget(_ clients: Set<IPAddress>) -> [StoredJoin] {
    span.forget(clients)
    return rows()
  }

  /// The rows that were changed since this was asked last.
  mutating func rows() -> [StoredJoin] {
    span.takeChanged().map { StoredJoin(part: part, day: $0.day, kept: Data($0.kept.encoded())) }
  }

  /// Gives sessions their last word whose days both logs have passed; nothing when there are none.
  ///
  /// - Parameter file: the state; nothing is written.
  mutating func close(now: Timestamp, _ file: StateFile, _ reader: StateReader) throws(AuditFault) -> StateChange? {
    guard let first = span.due(now: now), let begin = span.days.keys.min() else { return nil }
    let (matches, closed) = span.close(before: first)
    var change = StateChange()
    do throws(StateError) {
      // The day of a count is that of the server's own clock.
      for number in try file.dayNumbers(of: part, in: (begin - 1)...(first + 1)) where !closed.isEmpty {
        guard let day = try file.day(number, of: part) else { continue }
        var counts = try reader.counts(day)
        guard counts.isWaiting else { continue }
        counts.settle(matches) { closed.contains($0) }
        change.days.append(StoredDay(part: part, day: number, facts: Data(counts.encoded())))
      }
    } catch {
      throw .state(error)
    }
    change.joins = rows()
    return change
  }
}
