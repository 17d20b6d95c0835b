/// Two windows that are compared, and how many identities are in which group.
public struct TrendMovement: Codable, Sendable, Equatable {
  /// The window before.
  public var before: TrendWindow
  /// The window after.
  public var after: TrendWindow
  /// Identities by `Movement`; every group is there.
  public var groups: [String: Int]

  /// Takes every part.
  public init(before: TrendWindow, after: TrendWindow, groups: [String: Int]) {
    self.before = before
    self.after = after
    self.groups = groups
  }

  /// Whether anything is known of both windows.
  public var isComparable: Bool { before.daysWithLogs > 0 && after.daysWithLogs > 0 }
}
