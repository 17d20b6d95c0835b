/// Whether something holds for all that was seen of a user, or for a part.
public enum MarkExtent: String, Codable, Sendable, CaseIterable, Hashable {
  /// For all of it.
  case all
  /// For a part, or for all of it as far as the logs tell.
  case some
}
