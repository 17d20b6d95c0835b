/// How many different members groups have, groups and members being small numbers.
///
/// One array that is sorted in the end takes less of time and memory than a set for each group.
struct DistinctMembers {
  /// Group and member in one word.
  private var pairs: [UInt64] = []

  mutating func add(_ member: UInt32, to group: Int) { pairs.append(UInt64(group) << 32 | UInt64(member)) }

  /// The number of members of each group.
  consuming func counts(groups: Int) -> [Int] {
    var counts = [Int](repeating: 0, count: groups)
    pairs.sort()
    var last: UInt64?
    for pair in pairs where pair != last {
      counts[Int(pair >> 32)] += 1
      last = pair
    }
    return counts
  }
}
