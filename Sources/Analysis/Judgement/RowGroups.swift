/// Small numbers put into groups, and the groups known by a small number too: the members of one group after another in one array.
///
/// Two arrays for all groups, where an array or a set for each of thousands of users would cost an allocation each.
struct RowGroups {
  /// Where each group begins in `members`; behind the last one where it ends.
  private var begins: [UInt32]
  private(set) var members: [UInt32]

  /// Puts rows into groups, in each as the rows come; the member is the row's number, or what `member` makes of it.
  init(rows count: Int, groups: Int, group: (Int) -> Int, member: (Int) -> UInt32 = { UInt32($0) }) {
    begins = [UInt32](repeating: 0, count: groups + 1)
    members = [UInt32](repeating: 0, count: count)
    for row in 0..<count { begins[group(row) + 1] += 1 }
    for i in 0..<groups { begins[i + 1] += begins[i] }
    var next = begins
    for row in 0..<count {
      let i = group(row)
      members[Int(next[i])] = member(row)
      next[i] += 1
    }
  }

  /// Where the members of a group stand in `members`.
  func places(_ group: Int) -> Range<Int> { Int(begins[group])..<Int(begins[group + 1]) }

  /// Sorts the members inside each group.
  mutating func sort(by precedes: (UInt32, UInt32) -> Bool) {
    var own: [UInt32] = []
    for group in 0..<begins.count - 1 {
      let places = places(group)
      if places.count < 2 { continue }
      own.removeAll(keepingCapacity: true)
      own.append(contentsOf: members[places])
      own.sort(by: precedes)
      for i in own.indices { members[places.lowerBound + i] = own[i] }
    }
  }
}
