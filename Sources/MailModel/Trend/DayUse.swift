/// What one identity did on one day, as far as the trend asks for it.
public struct DayUse: Sendable, Equatable {
  /// The day, in the zone of the report.
  public let day: CivilDate
  /// The identity, resolved as in the report.
  public let identity: String
  /// Sessions with a login on a port to be closed.
  public let legacySessions: Int

  /// Takes every part.
  public init(day: CivilDate, identity: String, legacySessions: Int) {
    self.day = day
    self.identity = identity
    self.legacySessions = legacySessions
  }
}
