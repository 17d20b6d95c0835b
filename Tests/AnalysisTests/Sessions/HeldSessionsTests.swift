import MailModel
import Testing

@testable import Analysis

@Suite("Sessions that wait for evidence")
struct HeldSessionsTests {
  private func session(_ number: UInt32, begin: Int64) -> HeldSession {
    HeldSession(
      session: SessionState(
        key: .none, time: LogTime(local: begin), mark: LineMark(source: 0, piece: 0, line: number), format: 0),
      details: SessionDetails())
  }

  private func lines(_ held: HeldSessions) -> [UInt32] { held.all.map { $0.session.mark.line } }

  @Test("They leave in the order in which they came, each once, and none before its time")
  func order() {
    var held = HeldSessions()
    var left: [UInt32] = []
    for number in UInt32(0)..<5000 {
      held.append(session(number, begin: Int64(number)))
      while let gone = held.takeFirst(before: Int64(number) - 300) { left.append(gone.session.mark.line) }
      #expect(held.count == min(Int(number) + 1, 301))
    }
    #expect(left + lines(held) == Array(0..<5000))
  }

  @Test("One that began early waits behind one that did not; one in the middle can be taken out")
  func waiting() {
    var held = HeldSessions()
    for (number, begin) in [(UInt32(1), Int64(10)), (2, 50), (3, 20), (4, 60)] {
      held.append(session(number, begin: begin))
    }
    #expect(held.takeFirst(before: 40)?.session.mark.line == 1)
    #expect(held.takeFirst(before: 40)?.session.mark.line == nil)
    let index = held.all.firstIndex { $0.session.mark.line == 3 }
    if let index { #expect(held.remove(at: index).session.mark.line == 3) }
    #expect(lines(held) == [2, 4])
    #expect(held.takeFirst(before: .max)?.session.mark.line == 2)
    #expect(held.takeFirst(before: .max)?.session.mark.line == 4)
    #expect(held.takeFirst(before: .max)?.session.mark.line == nil)
    #expect(held.count == 0)
  }
}
