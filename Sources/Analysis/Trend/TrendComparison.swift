public import MailModel

/// What the last days are compared with.
public enum TrendComparison: Sendable, Equatable {
  /// As many days as end right before them.
  case previous
  /// As many days as end with this one.
  case day(CivilDate)
}
