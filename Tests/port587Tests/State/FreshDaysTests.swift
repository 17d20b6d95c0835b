import Analysis
import Foundation
import StateStore
import Testing

@testable import port587

/// Days that a run has just written need not be read back, and are told from days that were written anew.
@Suite("State, days just written")
struct FreshDaysTests {
  private static let head = DayHead(day: 20_528, check: 7)

  private static func noted(_ heads: [DayHead]) -> FreshDays {
    var fresh = FreshDays()
    fresh.note(heads, Dictionary(uniqueKeysWithValues: heads.map { ($0.day, Tally(seed: 1)) }), part: 1)
    return fresh
  }

  @Test("a day is handed over once, to who asks for the row that was written")
  func once() {
    var fresh = FreshDaysTests.noted([FreshDaysTests.head])
    #expect(fresh.take(DayHead(day: 20_528, check: 8), part: 1) == nil, "its row was written anew")
    #expect(fresh.take(DayHead(day: 20_529, check: 7), part: 1) == nil)
    #expect(fresh.take(FreshDaysTests.head, part: 2) == nil, "the day of another server")
    #expect(fresh.take(FreshDaysTests.head, part: 1) != nil)
    #expect(fresh.take(FreshDaysTests.head, part: 1) == nil)
  }

  @Test("the last two days are kept, of however many were written")
  func limit() {
    let heads = (1...5).map { DayHead(day: Int64($0), check: 9) }
    var fresh = FreshDaysTests.noted(heads.reversed())
    #expect(heads.map { fresh.take($0.day, part: 1) != nil } == [false, false, false, true, true])
  }

  @Test("what was written later takes the place of what was written before")
  func again() {
    var fresh = FreshDaysTests.noted([FreshDaysTests.head])
    fresh.note([DayHead(day: 20_529, check: 1)], [20_529: Tally(seed: 1)], part: 1)
    #expect(fresh.take(FreshDaysTests.head, part: 1) == nil)
    #expect(fresh.take(20_529, part: 1) != nil)
  }

  @Test("many commits in one run: its report is that of the state, and that of one audit without", arguments: [1, 2])
  func rounds(threads: Int) async throws {
    try await LogFolder.use { folder in
      var chance = Chance(seed: 20_528)
      let script = LogScript(sessions: 400, chance: &chance)
      try folder.write(Data(script.text.utf8), to: "mail.log")
      let common = ["--json", "--quiet", "--server-name", "mail"]
      let state = ["--state", folder.path("state.sqlite")]
      let whole = try ReportText(ProgramRun(["audit", folder.path("mail.log")] + common).output)
      let run = try ReportText(
        ProgramRun(
          ["audit", folder.path("mail.log"), "--commit-every", "4000", "--threads", "\(threads)"] + common + state
        ).output)
      let report = try ReportText(ProgramRun(["report", "--json", "--quiet"] + state).output)
      #expect(try run.comparable == whole.comparable)
      func bare(_ report: ReportText) throws -> Data {
        var fields = report.fields
        fields["generatedAt"] = nil
        return try JSONSerialization.data(withJSONObject: fields, options: .sortedKeys)
      }
      #expect(try bare(run) == bare(report))
    }
  }
}
