import MailModel
import Testing

@testable import Analysis

@Suite("Burn-down")
struct BurnDownTests {
  static func day(_ number: Int) -> CivilDate { CivilDate(daysSinceEpoch: 20_500 + number) }

  /// Uses as `identity@day`, and the figures of days 0 to 8.
  @Test(
    "users of a week and of a day",
    arguments: [
      ("", [0, 0, 0, 0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0, 0, 0, 0]),
      ("a@0", [1, 1, 1, 1, 1, 1, 1, 0, 0], [1, 0, 0, 0, 0, 0, 0, 0, 0]),
      ("b@3 a@0 a@3 a@3", [1, 1, 1, 2, 2, 2, 2, 2, 2], [1, 0, 0, 2, 0, 0, 0, 0, 0]),
      ("a@-6 b@-7 c@9", [1, 0, 0, 0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0, 0, 0, 0]),
    ] as [(String, [Int], [Int])])
  func counts(story: String, users: [Int], usersThatDay: [Int]) throws {
    var uses = try story.split(separator: " ").map { word in
      let parts = word.split(separator: "@")
      return DayUse(day: Self.day(try #require(Int(parts[1]))), identity: String(parts[0]), legacySessions: 1)
    }
    // Whoever uses the submission ports alone is not left.
    uses.append(DayUse(day: Self.day(1), identity: "moved", legacySessions: 0))
    let days = BurnDown.days(uses, from: Self.day(0), through: Self.day(8))
    #expect(days.map(\.users) == users)
    #expect(days.map(\.usersThatDay) == usersThatDay)
    #expect(days.map(\.day) == (0...8).map(Self.day))
    #expect(BurnDown.days(uses.reversed(), from: Self.day(0), through: Self.day(8)) == days)
    #expect(BurnDown.days(uses, from: Self.day(1), through: Self.day(0)).isEmpty)
  }

  /// Users per day from day 0 on.
  @Test(
    "forecast",
    arguments: [
      ([], .tooFewDays),
      (Array((8...20).reversed()), .tooFewDays),
      (Array((7...20).reversed()), .day(day(20))),
      (Array(repeating: 0, count: 14), .reached),
      (Array(repeating: 5, count: 14), .notFalling),
      (Array(1...14), .notFalling),
      // 1000 falling by 50: zero on day 20.
      ((0..<14).map { 1000 - 50 * $0 }, .day(day(20))),
      // 100 falling by 3: zero at 33.3, so on day 34.
      ((0..<14).map { 100 - 3 * $0 }, .day(day(34))),
      // Only the last 28 days count.
      (Array(repeating: 1000, count: 30) + (0..<28).map { 28 - $0 }, .day(day(58))),
      // The line was at zero earlier, but one is left.
      ([40, 30, 20, 10] + Array(repeating: 1, count: 10), .day(day(14))),
      ([1_000_001] + Array(repeating: 1_000_000, count: 27), .notFalling),
    ] as [([Int], ZeroForecast)])
  func forecast(users: [Int], expected: ZeroForecast) {
    let days = users.enumerated().map { BurnDownDay(day: Self.day($0), users: $1, usersThatDay: 0) }
    #expect(ZeroForecast.of(days) == expected)
  }
}
