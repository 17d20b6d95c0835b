import MailModel
import Testing

@testable import Analysis

@Suite("Burn-down")
struct BurnDownTests {
  static func day(_ number: Int) -> CivilDate { CivilDate(daysSinceEpoch: 20_500 + number) }

  /// Days of logins per user: legacy `@`, unknown `?`, day by day from day 0; and the figures of days 0 to 8.
  @Test(
    "users of a week and of a day",
    arguments: [
      ([""], [0, 0, 0, 0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0, 0, 0, 0]),
      (["@"], [1, 1, 1, 1, 1, 1, 1, 0, 0], [1, 0, 0, 0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0, 0, 0, 0]),
      (["@..@", "...@"], [1, 1, 1, 2, 2, 2, 2, 2, 2], [1, 0, 0, 2, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0, 0, 0, 0]),
      // Whoever is known to use a port to be closed is not counted as perhaps using it.
      (["@?", "..?"], [1, 1, 1, 1, 1, 1, 1, 0, 0], [1, 0, 0, 0, 0, 0, 0, 0, 0], [0, 0, 1, 1, 1, 1, 1, 2, 1]),
    ] as [([String], [Int], [Int], [Int])])
  func counts(users: [String], left: [Int], thatDay: [Int], perhaps: [Int]) {
    var burnDown = BurnDown(days: 9)
    for user in users {
      func days(_ sign: Character) -> DaySet { DaySet(user.enumerated().filter { $0.element == sign }.map(\.offset)) }
      burnDown.add(legacy: days("@"), unknown: days("?"))
    }
    let days = burnDown.days(0..<9, logs: DaySet([0, 1, 3, 8]), origin: 20_500)
    #expect(days.map(\.users) == left)
    #expect(days.map(\.usersThatDay) == thatDay)
    #expect(days.map(\.perhaps) == perhaps)
    #expect(days.map(\.day) == (0...8).map(Self.day))
    #expect(days.map(\.hasLogs) == [true, true, false, true, false, false, false, false, true])
    #expect(days.map(\.daysWithLogs) == [1, 2, 2, 3, 3, 3, 3, 2, 2])
  }

  @Test("days lie in words of 64 bits, and widen over their ends")
  func sets() {
    let set = DaySet([0, 60, 63, 130])
    #expect(set.first == 0 && set.last == 130 && set.count(in: 60...63) == 2)
    let wide = set.widened(by: 6)
    let expected = [0...6, 60...69, 130...136].flatMap { Array($0) }
    #expect((0..<200).filter { wide.contains($0) } == expected)
    var seen: [Int] = []
    wide.forEach { seen.append($0) }
    #expect(seen == expected)
    #expect(wide.subtracting(set).first == 1 && DaySet().first == nil && DaySet().last == nil && !set.contains(-1))
    var union = DaySet([1])
    union.formUnion(set)
    #expect(union == DaySet([0, 1, 60, 63, 130]))
  }

  /// Users per day from day 0 on; nil where there are no logs.
  @Test(
    "forecast",
    arguments: [
      ([], .tooFewDays, nil),
      (Array((8...20).reversed()), .tooFewDays, nil),
      (Array((7...20).reversed()), .day, 20),
      (Array(repeating: 0, count: 14), .reached, nil),
      // Nobody left needs no line.
      ([3, 0], .reached, nil),
      (Array(repeating: 5, count: 14), .notFalling, nil),
      (Array(1...14), .notFalling, nil),
      // 1000 falling by 50: zero on day 20.
      ((0..<14).map { 1000 - 50 * $0 }, .day, 20),
      // 100 falling by 3: zero at 33.3, so on day 34.
      ((0..<14).map { 100 - 3 * $0 }, .day, 34),
      // Only the last 28 days count.
      (Array(repeating: 1000, count: 30) + (0..<28).map { 28 - $0 }, .day, 58),
      // The line was at zero earlier, but one is left.
      ([40, 30, 20, 10] + Array(repeating: 1, count: 10), .day, 14),
      ([1_000_001] + Array(repeating: 1_000_000, count: 27), .notFalling, nil),
      // Days without logs are no points, and no zeros; the others keep their places.
      ((0..<20).map { (4..<10).contains($0) ? nil : 100 - 3 * $0 }, .day, 34),
      ((0..<19).map { (4..<10).contains($0) ? nil : 100 - 3 * $0 }, .tooFewDays, nil),
    ] as [([Int?], ZeroForecast.Outcome, Int?)])
  func forecast(users: [Int?], outcome: ZeroForecast.Outcome, zero: Int?) {
    let days = users.enumerated().map {
      BurnDownDay(
        day: Self.day($0), hasLogs: $1 != nil, daysWithLogs: 7, users: $1 ?? 0, usersThatDay: 0, perhaps: 0)
    }
    let forecast = ZeroForecast.of(days)
    #expect(forecast.outcome == outcome)
    #expect(forecast.day == zero.map(Self.day))
    #expect((forecast.line != nil) == (outcome == .day))
  }

  @Test("the line itself")
  func line() {
    let days = (0..<30).map {
      BurnDownDay(
        day: Self.day($0), hasLogs: true, daysWithLogs: 7, users: 200 - 3 * $0, usersThatDay: 0, perhaps: 0)
    }
    #expect(ZeroForecast.of(days).line == ZeroForecast.Line(from: Self.day(2), users: 194, days: 28))
  }

  @Test(
    "nobody known is not nobody",
    arguments: [
      // perhaps, days with logs, what is said
      (0, 7, ZeroForecast.Outcome.reached), (0, 4, .reached), (0, 3, .unclear), (0, 0, .unclear), (1, 7, .unclear),
    ])
  func nobodyKnown(perhaps: Int, daysWithLogs: Int, outcome: ZeroForecast.Outcome) {
    let day = BurnDownDay(
      day: Self.day(0), hasLogs: daysWithLogs > 0, daysWithLogs: daysWithLogs, users: 0, usersThatDay: 0,
      perhaps: perhaps)
    #expect(ZeroForecast.of([day]).outcome == outcome)
  }
}
