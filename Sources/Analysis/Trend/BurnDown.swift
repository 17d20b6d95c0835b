import MailModel

/// Counts who is left on the ports to be closed, day by day.
struct BurnDown {
  /// Days that one figure looks back over, its own among them: a week, so that weekends do not look like progress.
  static let span = 7

  private var users: [Int]
  private var usersThatDay: [Int]
  private var perhaps: [Int]

  /// - Parameter count: how many days there are, from day 0 on.
  init(days count: Int) {
    users = Array(repeating: 0, count: count)
    usersThatDay = users
    perhaps = users
  }

  /// Takes an identity's days with a login on a port to be closed, and those on an unknown port.
  mutating func add(legacy: DaySet, unknown: DaySet) {
    let week = legacy.widened(by: BurnDown.span - 1)
    let count = users.count
    legacy.forEach { if $0 < count { usersThatDay[$0] += 1 } }
    week.forEach { if $0 < count { users[$0] += 1 } }
    if unknown.isEmpty { return }
    unknown.widened(by: BurnDown.span - 1).subtracting(week).forEach { if $0 < count { perhaps[$0] += 1 } }
  }

  /// One entry per day of a range.
  ///
  /// - Parameter origin: day 0, in days since 1970-01-01.
  func days(_ range: Range<Int>, logs: DaySet, origin: Int) -> [BurnDownDay] {
    range.map { day in
      BurnDownDay(
        day: CivilDate(daysSinceEpoch: origin + day), hasLogs: logs.contains(day),
        daysWithLogs: logs.count(in: (day - BurnDown.span + 1)...day), users: users[day],
        usersThatDay: usersThatDay[day], perhaps: perhaps[day])
    }
  }
}
