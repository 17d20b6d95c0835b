/// How many identities still used a port to be closed, seen from one day.
public struct BurnDownDay: Codable, Sendable, Equatable {
  /// The day, in the log's own clock.
  public var day: CivilDate
  /// Whether any session began on this day; without one, nothing is known of it.
  public var hasLogs: Bool
  /// Of this day and the six before it, those with logs: with fewer than seven, `users` is a lower bound.
  public var daysWithLogs: Int
  /// Identities with a login on a port to be closed on this day or the six before it.
  public var users: Int
  /// Identities with such a login on this day.
  public var usersThatDay: Int
  /// Identities with a login on an unknown port in the same seven days, and none on a port known to be closed.
  public var perhaps: Int

  /// Takes every part.
  public init(day: CivilDate, hasLogs: Bool, daysWithLogs: Int, users: Int, usersThatDay: Int, perhaps: Int) {
    self.day = day
    self.hasLogs = hasLogs
    self.daysWithLogs = daysWithLogs
    self.users = users
    self.usersThatDay = usersThatDay
    self.perhaps = perhaps
  }
}
