import MailModel
import Testing

@Suite("Days and moments")
struct CalendarTests {
  @Test(
    "Days that the calendar has",
    arguments: [
      (1970, 1, 1, 0), (1970, 12, 31, 364), (1969, 12, 31, -1), (2000, 2, 29, 11_016), (2000, 3, 1, 11_017),
      (2024, 2, 29, 19_782), (2026, 3, 16, 20_528), (2026, 11, 23, 20_780), (2100, 2, 28, 47_540), (2100, 3, 1, 47_541),
      (1, 1, 1, -719_162), (9999, 12, 31, 2_932_896),
    ])
  func days(year: Int, month: Int, day: Int, number: Int) throws {
    let date = try #require(CivilDate(year: year, month: month, day: day))
    #expect(date.daysSinceEpoch == number)
    #expect(CivilDate(daysSinceEpoch: number) == date)
  }

  @Test(
    "Days that it has not",
    arguments: [
      (2026, 2, 29), (2100, 2, 29), (1900, 2, 29), (2026, 4, 31), (2026, 13, 1), (2026, 0, 1), (2026, 1, 0),
      (2026, 1, 32), (10_000, 1, 1), (-1, 1, 1), (9_000_000_000_000_000, 3, 16), (.max, 3, 16), (.min, 3, 16),
    ])
  func noDays(year: Int, month: Int, day: Int) { #expect(CivilDate(year: year, month: month, day: day) == nil) }

  @Test("A hundred and fifty years, one day after another")
  func everyDay() {
    var last = CivilDate(daysSinceEpoch: -20_000)
    for number in -19_999...40_000 {
      let day = CivilDate(daysSinceEpoch: number)
      #expect(last < day && day.daysSinceEpoch == number)
      let isNext =
        day.day == last.day + 1 && day.month == last.month && day.year == last.year
        || day.day == 1 && last.day == CivilDate.days(in: last.month, of: last.year)
      #expect(isNext, "\(day)")
      last = day
    }
  }

  @Test("As text", arguments: [(20_528, "2026-03-16"), (-719_162, "0001-01-01"), (0, "1970-01-01")])
  func text(number: Int, text: String) { #expect(CivilDate(daysSinceEpoch: number).description == text) }

  @Test(
    "Moments as text and back",
    arguments: [
      ("2026-11-23T17:00:00Z", "2026-11-23T17:00:00Z"), ("2026-11-23T17:00:00+03:00", "2026-11-23T14:00:00Z"),
      ("2026-11-23T17:00:00-03:30", "2026-11-23T20:30:00Z"), ("2026-11-23 17:00:00", "2026-11-23T17:00:00Z"),
      ("2026-11-23T17:00:00.123Z", "2026-11-23T17:00:00Z"), ("2026-11-23", "2026-11-23T00:00:00Z"),
      ("2024-02-29T23:59:59Z", "2024-02-29T23:59:59Z"), ("1969-12-31T23:59:59Z", "1969-12-31T23:59:59Z"),
      ("2026-12-31T23:00:00-03:00", "2027-01-01T02:00:00Z"),
    ])
  func moment(text: String, utc: String) throws {
    #expect(try #require(Timestamp(iso8601: text)).description == utc)
  }

  @Test(
    "No moments",
    arguments: [
      "", "2026", "2026-02-29", "2026-11-23T", "2026-11-23T17:00", "2026-11-23T24:00:00Z", "2026-11-23T17:60:00Z",
      "2026-11-23T17:00:00+3", "2026-11-23T17:00:00Zx", "23/11/2026", "2026-11-23T17:00:00+24:00",
    ])
  func noMoment(text: String) { #expect(Timestamp(iso8601: text) == nil) }
}
