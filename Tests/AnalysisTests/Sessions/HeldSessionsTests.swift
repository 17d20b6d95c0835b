import Testing

@testable import Analysis

@Suite("Sessions that wait for evidence")
struct HeldSessionsTests {
  private func slots(_ held: HeldSessions) -> [Int] { held.all.map { $0.slot } }

  @Test("They leave in the order in which they came, each once, and none before its time")
  func order() {
    var held = HeldSessions()
    var left: [Int] = []
    for number in 0..<5000 {
      held.append(HeldSession(slot: number, begin: Int64(number)))
      while let gone = held.takeFirst(before: Int64(number) - 300) { left.append(gone.slot) }
      #expect(held.count == min(number + 1, 301))
    }
    #expect(left + slots(held) == Array(0..<5000))
  }

  @Test("One that began early waits behind one that did not; one in the middle can be taken out")
  func waiting() {
    var held = HeldSessions()
    for (slot, begin) in [(1, Int64(10)), (2, 50), (3, 20), (4, 60)] {
      held.append(HeldSession(slot: slot, begin: begin))
    }
    #expect(held.takeFirst(before: 40)?.slot == 1)
    #expect(held.takeFirst(before: 40)?.slot == nil)
    let index = held.all.firstIndex { $0.slot == 3 }
    if let index { #expect(held.remove(at: index).slot == 3) }
    #expect(slots(held) == [2, 4])
    #expect(held.takeFirst(before: .max)?.slot == 2)
    #expect(held.takeFirst(before: .max)?.slot == 4)
    #expect(held.takeFirst(before: .max)?.slot == nil)
    #expect(held.count == 0)
  }
}
