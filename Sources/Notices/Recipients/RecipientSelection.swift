/// Everybody in a report: those who are told, and those who are not.
public struct RecipientSelection: Sendable, Equatable {
  /// In the order of the report: most messages on ports to be closed first.
  public var recipients: [Recipient]
  /// Everybody else, with the reason.
  public var exclusions: [Exclusion]
}
