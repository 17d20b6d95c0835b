import LogFormats
import MailModel
import Testing

@Suite("IceWarp: the end of a day's file")
struct IceWarpEndingTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// `23:59:59` for a line, `09:00:00 24` for a greeting of that day of November 2026; the file is that of the 24th.
    let stamps: [String]
    let ending: IceWarpEnding
    var first: Int64 = 1000
    var beginsBeforeMidnight = false
  }

  /// Each line without a greeting has so many bytes, its LF included.
  private static let length = 43

  static let rows: [Row] = [
    Row(testDescription: "greetings of the day", stamps: ["09:00:00 24", "23:59:59"], ending: .thatDay),
    Row(testDescription: "no greeting", stamps: ["09:00:00", "23:59:59"], ending: .unknown),
    Row(
      testDescription: "behind midnight", stamps: ["23:59:58", "23:59:59", "00:00:01", "00:00:03"],
      ending: .behindMidnight(lastBefore: length)),
    Row(
      testDescription: "behind midnight, not in order",
      stamps: ["23:59:58", "00:00:01", "23:59:59", "00:00:02 25", "00:00:03"], ending: .behindMidnight(lastBefore: 0)),
    Row(
      testDescription: "behind midnight after a quiet evening", stamps: ["14:00:00", "00:00:10 25"],
      ending: .behindMidnight(lastBefore: 0)),
    Row(
      testDescription: "an order that proves nothing", stamps: ["23:00:00", "09:00:00"], ending: .unknown),
    Row(testDescription: "the same with a greeting", stamps: ["23:00:00", "09:00:00 24"], ending: .thatDay),
    Row(testDescription: "the next day", stamps: ["09:00:00 25", "17:00:00"], ending: .anotherDay),
    Row(testDescription: "a day of the week before", stamps: ["09:00:00 17"], ending: .anotherDay),
    Row(
      testDescription: "an evening at the head", stamps: ["23:59:59 23"], ending: .thatDay, beginsBeforeMidnight: true),
    Row(
      testDescription: "begun in the evening, and gone on until the morning", stamps: ["01:00:00 25", "03:00:00"],
      ending: .thatDay, first: 79_200_000),
    Row(
      testDescription: "a greeting of another zone proves nothing", stamps: ["01:00:00 23 22:00:00"], ending: .unknown),
  ]

  @Test("What the last lines tell", arguments: rows)
  func ending(row: Row) {
    let lines = row.stamps.map { stamp in
      let words = stamp.split(separator: " ")
      guard words.count > 1 else { return "198.51.100.7    [0A10] \(stamp) <<< QUIT  \n" }
      let time = words.count > 2 ? words[2] : words[0]
      return
        "198.51.100.7    [0A10] \(words[0]) >>> 220 mx.example.com ESMTP; Tue, \(words[1]) Nov 2026 \(time) -0300\r\n"
    }
    var context = FormatContext(
      day: CivilDate(year: 2026, month: 11, day: 24), firstMillisecondOfDay: row.first,
      lastDay: CivilDate(daysSinceEpoch: 20_528), dayIsFromName: true)
    context.beginsBeforeMidnight = row.beginsBeforeMidnight
    #expect(IceWarpEnding(Array(lines.joined().utf8), context) == row.ending)
  }
}
