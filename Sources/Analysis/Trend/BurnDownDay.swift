public import MailModel

/// How many identities still used a port to be closed, seen from one day.
public struct BurnDownDay: Sendable, Equatable {
  /// The day.
  public let day: CivilDate
  /// Identities with such a use on this day or the six before it.
  public let users: Int
  /// Identities with such a use on this day.
  public let usersThatDay: Int
}
