/// What a notice is for.
///
/// Raw values are those of the ledger.
public enum NoticeKind: String, Codable, Sendable, CaseIterable, Hashable {
  /// Tells a user what to change.
  case notice
  /// Tells a user that nothing is left to do.
  case thanks
  /// Tells the administrator what was done, and what only an administrator can do.
  case digest
}
