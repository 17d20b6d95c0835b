import Testing
import Transport

@Suite("A value behind a lock")
struct LockedValueTests {
  @Test("changes of many threads come one after another")
  func many() {
    let sum = LockedValue(0)
    WorkerThread.runAll(
      (0..<8).map { _ in { for _ in 0..<1000 { sum.withLock { $0 += 1 } } } }, atOnce: 8)
    #expect(sum.withLock { $0 } == 8000)
  }
}
