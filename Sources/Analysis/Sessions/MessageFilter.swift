/// Tells most messages that are not followed by the number of their queue id, whatever their host: most lines of a log are of
/// such ones.
public struct MessageFilter: Sendable {
  /// How many of the followed have these low bits in their number.
  @usableFromInline var counts: [UInt32] = []

  static let places = 1024

  /// False of most messages that are not followed.
  @inlinable
  public func mayHave(_ id: UInt64) -> Bool {
    let place = Int(truncatingIfNeeded: id & 1023)
    return place < counts.count && counts[place] > 0
  }

  mutating func insert(_ id: UInt64) {
    // It is made when it is needed: few logs have a message to follow.
    if counts.isEmpty { counts = [UInt32](repeating: 0, count: MessageFilter.places) }
    counts[Int(truncatingIfNeeded: id & 1023)] += 1
  }

  mutating func remove(_ id: UInt64) { counts[Int(truncatingIfNeeded: id & 1023)] -= 1 }
}
