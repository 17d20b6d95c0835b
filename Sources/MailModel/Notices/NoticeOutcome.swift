/// What became of a notice.
///
/// Raw values are those of the ledger.
public enum NoticeOutcome: String, Codable, Sendable, CaseIterable, Hashable {
  /// The submission server took it.
  case sent
  /// The submission server refused it for good, for another reason than the recipient.
  case failed
  /// The submission server refused it for now (4xx), or could not be asked; nothing was delivered.
  case postponed
  /// The submission server refused the recipient for good (5xx).
  case undeliverable
}
