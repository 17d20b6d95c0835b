/// What a line given as evidence shows.
public enum EvidenceKind: String, Codable, Sendable, CaseIterable, Hashable {
  /// A login that the server accepted.
  case login
  /// A login that failed.
  case failedLogin
  /// A refusal.
  case refusal
  /// A message relayed without a login.
  case relay
}
