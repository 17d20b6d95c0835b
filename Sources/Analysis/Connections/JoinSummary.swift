/// How well connection records fitted, as a report says it.
public struct JoinSummary: Sendable, Equatable {
  /// What became of the sessions.
  public var counts = JoinCounts()
  /// The recorder's clock; nothing when the clocks could not be compared.
  public var clock: ClockReading?

  /// Nothing was joined yet.
  public init() {}

  /// Of a join.
  public init(_ join: borrowing ConnectionJoin) {
    counts = join.total
    clock = join.clock.map { ClockReading($0) }
  }

  /// Adds another server's; of two clocks the first is told.
  public mutating func add(_ other: JoinSummary) {
    counts.add(other.counts)
    clock = clock ?? other.clock
  }
}
