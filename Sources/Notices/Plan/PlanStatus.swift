/// What became of somebody in this run; the words of `plan.json`.
public enum PlanStatus: String, Codable, Sendable, CaseIterable, Hashable {
  /// Would get it.
  case preview
  /// The server took it.
  case sent
  /// The server did not take it.
  case failed
  /// The address takes no mail.
  case undeliverable
  /// Gets none.
  case skipped
  /// Gets it in a later run.
  case deferred
}
