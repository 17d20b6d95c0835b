import Analysis
import Foundation
import StateStore

extension StateRecorder {
  /// What was counted, together with what the state holds of the same days.
  ///
  /// - Parameter fresh: takes those of the days that are worth keeping until they are asked for.
  mutating func days(_ tally: Tally, _ fresh: inout [Int64: Tally]) throws(AuditFault) -> [StoredDay] {
    var parts = tally.byDay()
    let numbers = parts.keys.sorted()
    var days: [StoredDay] = []
    do throws(StateError) {
      for number in numbers {
        guard var counted = parts.removeValue(forKey: number) else { continue }
        let day = Int64(number)
        if var known = try known(day) {
          known.forgetSides()
          known.merge(consume counted)
          counted = consume known
        }
        days.append(StoredDay(part: session.part.id, day: day, facts: Data(counted.encoded())))
        if numbers.suffix(FreshDays.limit).contains(number) { fresh[day] = counted }
      }
    } catch {
      throw .state(error)
    }
    return days
  }

  /// What the state holds of a day; nothing when it holds none.
  private mutating func known(_ day: Int64) throws(StateError) -> Tally? {
    if let fresh = session.fresh.take(day, part: session.part.id) { return fresh }
    guard let stored = try session.file.day(day, of: session.part.id) else { return nil }
    return try StateReader(file: session.file, limits: context.limits, seed: context.seed).counts(stored)
  }
}
