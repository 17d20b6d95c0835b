/// What became of a notice.
///
/// Raw values are those of the ledger.
public enum NoticeOutcome: String, Codable, Sendable, CaseIterable, Hashable {
  /// The submission server took it.
  case sent
  /// A server refused it for good, for another reason than that there is no such mailbox; the next round may reach it.
  case failed
  /// The submission server refused it for now (4xx), or could not be asked; nothing was delivered.
  case postponed
  /// A server said that there is no such mailbox.
  case undeliverable
}
