/// What one run of notices came to, in numbers.
public struct NoticeCounts: Sendable, Equatable {
  /// How many have each status of `plan.json`; a status that nobody has is there as well.
  public var byStatus: [String: Int]
  /// How many get no notice, by reason.
  public var excluded: [String: Int]

  /// Takes both.
  public init(byStatus: [String: Int] = [:], excluded: [String: Int] = [:]) {
    self.byStatus = byStatus
    self.excluded = excluded
  }
}
