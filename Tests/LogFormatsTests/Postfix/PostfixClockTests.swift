import LogFormats
import MailModel
import Testing

@Suite("Postfix: the stamp in front")
struct PostfixClockTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let stamp: String
    let time: String
    let milliseconds: Int64
    let offset: Int32
    let lastDay: String
    var year: Int?
    init(
      _ stamp: String, _ time: String, _ milliseconds: Int64 = 0, offset: Int32 = LogTime.offsetUnknown,
      last: String = "2026-11-24", year: Int? = nil
    ) {
      self.stamp = stamp
      self.time = time
      self.milliseconds = milliseconds
      self.offset = offset
      lastDay = last
      self.year = year
    }
    var testDescription: String { "\(stamp), last day \(lastDay)" }
  }

  static let rows: [Row] = [
    Row("Nov 23 16:29:25 mail", "2026-11-23T16:29:25Z"),
    Row("Nov  3 16:29:25 mail", "2026-11-03T16:29:25Z"),
    Row("Nov 3 16:29:25 mail", "2026-11-03T16:29:25Z"),
    Row("Nov 03 16:29:25 mail", "2026-11-03T16:29:25Z"),
    Row("<22>Nov 23 16:29:25 mail", "2026-11-23T16:29:25Z"),
    Row("Nov 23 16:29:25 <mail.info> mail", "2026-11-23T16:29:25Z"),
    Row("Nov 23 16:29:25 mail mail.info", "2026-11-23T16:29:25Z"),
    Row("Nov 23 16:29:25.572449 mail", "2026-11-23T16:29:25Z", 572),
    Row("postfix-mailcow-1  | Nov 23 16:29:25 mail", "2026-11-23T16:29:25Z"),
    Row("2024-08-26T01:33:38.572449+00:00 mail", "2024-08-26T01:33:38Z", 572, offset: 0),
    Row("2024-08-26T01:33:38.5-03:00 mail", "2024-08-26T01:33:38Z", 500, offset: -10800),
    Row("2024-08-26T01:33:38Z mail", "2024-08-26T01:33:38Z", offset: 0),
    Row("2026-11-23T16:29:25+0530 mail", "2026-11-23T16:29:25Z", offset: 19800),
    Row("2026-11-23T16:29:25,123456+0000 mail", "2026-11-23T16:29:25Z", 123, offset: 0),
    Row("2026-11-23 16:29:25 mail", "2026-11-23T16:29:25Z"),
    // One day after the last day may be a clock or a zone; anything later is of the year before.
    Row("Nov 25 16:29:25 mail", "2026-11-25T16:29:25Z"),
    Row("Nov 26 16:29:25 mail", "2025-11-26T16:29:25Z"),
    Row("Dec 31 23:59:59 mail", "2025-12-31T23:59:59Z", last: "2026-01-02"),
    Row("Jan  1 00:00:01 mail", "2026-01-01T00:00:01Z", last: "2026-12-31"),
    Row("Feb 29 12:00:00 mail", "2024-02-29T12:00:00Z", last: "2026-11-24"),
    Row("Feb 29 12:00:00 mail", "2024-02-29T12:00:00Z", last: "2024-03-01"),
    Row("Feb 29 12:00:00 mail", "2020-02-29T12:00:00Z", last: "2024-02-01"),
    Row("Nov 26 16:29:25 mail", "2019-11-26T16:29:25Z", year: 2019),
  ]

  @Test("Stamps", arguments: rows)
  func stamp(row: Row) throws {
    let bytes = Array((row.stamp + " postfix/smtpd[41]: connect from unknown[192.0.2.11]").utf8)
    let last = try #require(Timestamp(iso8601: row.lastDay))
    let day = CivilDate(daysSinceEpoch: Int(last.seconds / 86_400))
    var format = PostfixFormat(context: FormatContext(lastDay: day, year: row.year))
    var event = LogEvent()
    #expect(format.parse(bytes.span, into: &event) == .event)
    let expected = try #require(Timestamp(iso8601: row.time))
    #expect(Timestamp(milliseconds: event.time.local - row.milliseconds) == expected)
    #expect(event.time.offset == row.offset)
  }

  static let broken = [
    "Feb 30 16:29:25 mail", "Feb 29 16:29:25 mail", "Nov 31 16:29:25 mail", "Nov  0 16:29:25 mail",
    "Nov 23 16:60:25 mail",
    "Foo 23 16:29:25 mail", "2026-13-01T16:29:25Z mail", "2026-11-23T16:29:25+2500 mail", "2026-11-23T16:29:25X mail",
    "2026-11-23T16:2x:25Z mail", "Nov 2x 16:29:25 mail",
  ]

  @Test("Stamps of no calendar", arguments: broken)
  func brokenStamp(stamp: String) throws {
    let bytes = Array((stamp + " postfix/smtpd[41]: connect from unknown[192.0.2.11]").utf8)
    let day = try #require(CivilDate(year: 2026, month: 11, day: 24))
    // A year that is given leaves no other leap year to look for.
    var format = PostfixFormat(context: FormatContext(lastDay: day, year: 2026))
    var event = LogEvent()
    #expect(format.parse(bytes.span, into: &event) == .malformed)
  }

  @Test("Hosts and processes tell sessions apart")
  func keys() {
    var format = PostfixFormat(context: PostfixRow.context)
    func key(_ text: String) -> SessionKey {
      var event = LogEvent()
      let bytes = Array(text.utf8)
      #expect(format.parse(bytes.span, into: &event) == .event)
      return event.key
    }
    let one = key("Nov 23 16:29:25 mail postfix/smtpd[41]: connect from unknown[192.0.2.11]")
    #expect(one == key("2026-11-23T16:29:26Z mail postfix/smtpd[41]: disconnect from unknown[192.0.2.11]"))
    #expect(one != key("Nov 23 16:29:25 mail postfix/smtpd[42]: connect from unknown[192.0.2.11]"))
    #expect(one != key("Nov 23 16:29:25 mai1 postfix/smtpd[41]: connect from unknown[192.0.2.11]"))
    #expect(one.lane == 41)
    let screen = key("Nov 23 16:29:25 mail postfix/postscreen[9]: CONNECT from [192.0.2.11]:53122 to [192.0.2.1]:25")
    #expect(screen == key("Nov 23 16:29:26 mail postfix/postscreen[9]: PASS NEW [192.0.2.11]:53122"))
    #expect(screen != key("Nov 23 16:29:26 mail postfix/postscreen[9]: PASS NEW [192.0.2.11]:53123"))
    #expect(screen.high == one.high)
  }

  @Test("Counters of the last line")
  func counters() {
    let line =
      "Nov 23 16:29:25 mail postfix/smtpd[41]: disconnect from a[192.0.2.11] ehlo=2 starttls=1 auth=1/3 mail=2 rcpt=2 data=1 bdat=70000/80000 quit=1 unknown=0/1 commands=9/12"
    var format = PostfixFormat(context: PostfixRow.context)
    var event = LogEvent()
    let bytes = Array(line.utf8)
    #expect(format.parse(bytes.span, into: &event) == .event)
    var expected = CommandCounters()
    expected.present = true
    expected.starttls = 1
    expected.authAccepted = 1
    expected.authTotal = 3
    expected.mailAccepted = 2
    expected.mailTotal = 2
    expected.dataAccepted = 1
    expected.dataTotal = 1
    expected.chunksAccepted = .max
    expected.chunksTotal = .max
    #expect(event.counters == expected)
  }
}
