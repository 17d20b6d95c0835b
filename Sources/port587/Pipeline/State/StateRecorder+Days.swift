import Analysis
import Foundation
import StateStore

extension StateRecorder {
  /// What was counted, together with what the state holds of the same days.
  ///
  /// - Parameters:
  ///   - configured: servers that have read their configuration behind what the state holds of their day.
  ///   - fresh: takes those of the days that are worth keeping until they are asked for.
  mutating func days(
    _ tally: Tally, _ configured: [ConfiguredServer], _ fresh: inout [Int64: Tally]
  ) throws(AuditFault) -> [StoredDay] {
    var parts = tally.byDay()
    // Of a day that brought nothing but a new configuration, what is known stands otherwise from now on.
    let otherDays = Set(configured.map(\.day)).subtracting(parts.keys)
    for day in otherDays { parts[day] = Tally(limits: context.limits, seed: context.seed) }
    let numbers = parts.keys.sorted()
    var days: [StoredDay] = []
    do throws(StateError) {
      for number in numbers {
        guard var counted = parts.removeValue(forKey: number) else { continue }
        let day = Int64(number)
        if var known = try known(day) {
          for server in configured where server.day == number { known.settle(before: server) }
          known.merge(consume counted)
          counted = consume known
        } else if otherDays.contains(number) {
          continue
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
