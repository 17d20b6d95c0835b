import Analysis
import MailModel
import Testing

@Suite("Trend, windows")
struct TrendWindowsTests {
  /// All days from 100 to 160 have logs.
  @Test(
    "what is compared with what",
    arguments: [
      (nil, nil, 154...160, nil, 106),
      (nil, .previous, 154...160, 147...153, 106),
      (nil, .day(CivilDate(daysSinceEpoch: 120)), 154...160, 114...120, 106),
      (nil, .day(CivilDate(daysSinceEpoch: 153)), 154...160, 147...153, 106),
      (131, .previous, 131...160, 101...130, 131),
      (131, .day(CivilDate(daysSinceEpoch: 90)), 131...160, 61...90, 131),
      (90, .previous, 90...160, 19...89, 106),
    ] as [(Int?, TrendComparison?, ClosedRange<Int>, ClosedRange<Int>?, Int)])
  func windows(
    since: Int?, comparison: TrendComparison?, after: ClosedRange<Int>, before: ClosedRange<Int>?, begin: Int
  ) throws {
    let windows = try #require(TrendWindows(logs: 100...160, since: since, comparison: comparison))
    #expect(windows.after == after && windows.before == before && windows.begin == begin)
    #expect(windows.recent == 147...160 && windows.first == 100 && windows.last == 160)
  }

  @Test("a day within the window after cannot be compared with it", arguments: [154, 160, 400])
  func overlap(day: Int) {
    #expect(TrendWindows(logs: 100...160, comparison: .day(CivilDate(daysSinceEpoch: day))) == nil)
  }

  @Test("a broken clock does not make a trend of fifty years")
  func clock() throws {
    #expect(try #require(TrendWindows(logs: 3...20_000)).first == 20_000 - TrendWindows.most)
  }
}
