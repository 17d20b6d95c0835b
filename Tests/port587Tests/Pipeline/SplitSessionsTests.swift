import LogFormats
import MailModel
import Testing

@testable import port587

/// An extract of a log is told from a log that goes on in another file by the sessions that have lines on both sides.
@Suite("Sessions with lines in two sources")
struct SplitSessionsTests {
  private func split(_ sessions: Int, of all: Int) -> SplitSessions {
    var found = SplitSessions()
    for number in 0..<all {
      // Numbers of processes are used again.
      let key = SessionKey(high: 1, low: 0, lane: UInt64(number % 50))
      found.note(key, isBegin: true, isRepeated: false)
      found.note(key, isBegin: false, isRepeated: number < sessions)
    }
    return found
  }

  @Test(
    "how many may be split",
    arguments: [
      (0, 100, true), (8, 10, true), (9, 100, false), (50, 1_000, true), (60, 1_000, false), (900, 1_000, false),
    ])
  func few(sessions: Int, all: Int, areFew: Bool) {
    #expect(split(sessions, of: all).areFew == areFew)
  }

  @Test("lines of no session count for nothing, and neither do sessions one after the other")
  func none() {
    var found = SplitSessions()
    let key = SessionKey(high: 1, low: 2, lane: 3)
    for number in 0..<100 {
      found.note(.none, isBegin: false, isRepeated: number % 2 == 0)
      found.note(key, isBegin: true, isRepeated: number % 2 == 0)
      found.note(key, isBegin: false, isRepeated: number % 2 == 0)
    }
    #expect(found.areFew)
  }
}
