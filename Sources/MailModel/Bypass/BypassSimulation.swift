/// How much of a line's effect the logs can tell.
public enum BypassSimulation: String, Codable, Sendable, CaseIterable, Hashable {
  /// No state was given.
  case notRun
  /// `matches` is the whole answer.
  case complete
  /// `matches` is what is certain; `undecided` may come on top, and `notes` say why.
  case partial
  /// The logs cannot tell; `matches` is null, and `notes` say why.
  case impossible
}
