import MailModel
import Testing

@testable import Reporting

@Suite struct ChartTests {
  @Test(arguments: [(0, 2), (1, 2), (2, 2), (3, 4), (9, 10), (11, 20), (415, 600), (1_000, 1_000), (1_001, 2_000)])
  func theAxisEndsAtAnEvenRoundNumber(value: Int, expected: Int) {
    #expect(DailyChart.ceiling(value) == expected)
  }

  @Test(arguments: [
    (1, 3, "33.333%"), (0, 3, "0.000%"), (3, 3, "100.000%"), (1, 200, "0.500%"), (5, 0, "0%"), (-4, 100, "0.000%"),
  ])
  func sharesAreLengths(part: Int, whole: Int, expected: String) {
    #expect(Percent.length(part, of: whole) == expected)
  }

  @Test(arguments: [(1, 3, "33 %"), (2, 3, "67 %"), (1, 1_000, "< 1 %"), (0, 9, "0 %")])
  func sharesAreWords(part: Int, whole: Int, expected: String) {
    #expect(Percent.words(part, of: whole) == expected && Percent.words(part, of: whole, .spanish) == expected)
    #expect(Percent.words(part, of: whole, .brazilianPortuguese) == expected.replacing(" %", with: "%"))
  }

  @Test func daysWithoutMailAreDrawnToo() {
    let one = ["25": PortCount(sessions: 1, messages: 1)]
    let days = DayBuckets([DayReport(day: "2026-11-01", ports: one), DayReport(day: "2026-11-05", ports: one)])
    #expect(days.buckets.map(\.day) == ["2026-11-01", "2026-11-02", "2026-11-03", "2026-11-04", "2026-11-05"])
    #expect(days.buckets.map { $0.ports["25"]?.messages ?? 0 } == [1, 0, 0, 0, 1])
  }

  @Test(arguments: [(62, 1, 62), (63, 7, 9), (434, 7, 62), (435, 28, 16), (36_500, 589, 62)])
  func longPeriodsAreSummedUp(days: Int, each: Int, bars: Int) {
    let reports = (0..<days).map { day in
      DayReport(day: CivilDate(daysSinceEpoch: 10_000 + day).description, ports: ["25": PortCount(messages: 2)])
    }
    let buckets = DayBuckets(reports)
    #expect(buckets.daysPerBucket == each && buckets.buckets.count == bars)
    #expect(buckets.buckets.reduce(0) { $0 + ($1.ports["25"]?.messages ?? 0) } == days * 2)
  }
}
