import Testing

@testable import Analysis

@Suite("Groups of rows")
struct RowGroupsTests {
  @Test("Each row is in its group, in the order of the rows or sorted")
  func groups() {
    let groupOfRow = [2, 0, 2, 2, 0, 4]
    var groups = RowGroups(rows: groupOfRow.count, groups: 5, group: { groupOfRow[$0] })
    #expect((0..<5).map { Array(groups.members[groups.places($0)]) } == [[1, 4], [], [0, 2, 3], [], [5]])
    groups.sort { $0 > $1 }
    #expect((0..<5).map { Array(groups.members[groups.places($0)]) } == [[4, 1], [], [3, 2, 0], [], [5]])
    let none = RowGroups(rows: 0, groups: 0, group: { $0 })
    #expect(none.members.isEmpty)
  }

  @Test("Members of a group are counted once")
  func distinct() {
    var members = DistinctMembers()
    for (group, member) in [(1, 7), (0, 7), (1, 7), (1, 0), (3, .max), (1, 8)] as [(Int, UInt32)] {
      members.add(member, to: group)
    }
    #expect(members.counts(groups: 4) == [1, 3, 0, 1])
  }
}
