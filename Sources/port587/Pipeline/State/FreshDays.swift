import Analysis
import StateStore

/// Days that this run wrote last, as they were counted: what the state holds of them need not be read back.
struct FreshDays: Sendable {
  /// How many days are kept: what is read next, and reported on, goes on with the last ones.
  static let limit = 2

  private var days: [(part: Int64, head: DayHead, counts: Tally)] = []

  /// Takes days in place of those that it held.
  ///
  /// - Parameter heads: the days as they were written, with their check sums.
  mutating func note(_ heads: [DayHead], _ counts: [Int64: Tally], part: Int64) {
    days = heads.sorted { $0.day < $1.day }.suffix(FreshDays.limit).compactMap { head in
      counts[head.day].map { (part, head, $0) }
    }
  }

  /// Hands a day over, if it is here and its row was not written anew since.
  mutating func take(_ head: DayHead, part: Int64) -> Tally? {
    guard let place = days.firstIndex(where: { $0.part == part && $0.head == head }) else { return nil }
    return days.remove(at: place).counts
  }

  /// Hands a day over, if it is here; for the one who wrote it, and knows that nobody else has.
  mutating func take(_ day: Int64, part: Int64) -> Tally? {
    guard let known = days.first(where: { $0.part == part && $0.head.day == day }) else { return nil }
    return take(known.head, part: part)
  }
}
