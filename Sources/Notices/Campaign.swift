/// A series of notices with one cut-over date.
public struct Campaign: Sendable, Hashable {
  /// What tells it from others, in ledger and message ids: the cut-over date, for instance `2026-12-01`.
  public var name: String

  /// Takes its name.
  public init(name: String) { self.name = name }
}
