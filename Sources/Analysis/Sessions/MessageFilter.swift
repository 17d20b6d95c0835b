/// Tells most messages that are not followed by the number of their queue id, whatever their host: most lines of a log are of
/// such ones.
public struct MessageFilter: Sendable {
  /// How many of the followed have the same low bits in their number; none while nothing was followed, as in most logs.
  @usableFromInline var counts: [UInt32] = []

  /// A power of two.
  private static let places = 1024

  /// False of most messages that are not followed.
  @inlinable
  public func mayHave(_ id: UInt64) -> Bool { !counts.isEmpty && counts[place(of: id)] > 0 }

  mutating func insert(_ id: UInt64) {
    if counts.isEmpty { counts = [UInt32](repeating: 0, count: MessageFilter.places) }
    counts[place(of: id)] += 1
  }

  mutating func remove(_ id: UInt64) { counts[place(of: id)] -= 1 }

  @inlinable
  func place(of id: UInt64) -> Int { Int(truncatingIfNeeded: id) & (counts.count &- 1) }
}
