/// How the sessions of a stretch of time fared in the join.
public struct JoinCounts: Sendable, Equatable {
  /// How many sessions that waited for their port ended how, in the order of the outcomes' numbers.
  public var outcomes = [Int](repeating: 0, count: ConnectionJoin.Outcome.allCases.count)
  /// Records that no session can have.
  public var strayRecords = 0
  /// Sessions whose port other evidence tells too: the join says the same.
  public var confirmed = 0
  /// Sessions whose port other evidence tells too: the join says another.
  public var contradicted = 0

  /// Nothing was joined yet.
  public init() {}

  /// Adds another stretch.
  public mutating func add(_ other: JoinCounts) {
    for i in outcomes.indices { outcomes[i] += other.outcomes[i] }
    strayRecords += other.strayRecords
    confirmed += other.confirmed
    contradicted += other.contradicted
  }

  /// How many sessions ended so.
  public subscript(_ outcome: ConnectionJoin.Outcome) -> Int {
    get { outcomes[Int(outcome.rawValue)] }
    set { outcomes[Int(outcome.rawValue)] = newValue }
  }
}
