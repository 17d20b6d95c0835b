import LogFormats
import MailModel
import Testing

@Suite("IceWarp: stamps and days")
struct IceWarpStampTests {
  struct Stamp: Sendable, CustomTestStringConvertible {
    let text: String
    let local: String
    let milliseconds: Int64
    let offset: Int32?

    init(_ text: String, _ local: String, ms: Int64 = 0, offset: Int32? = nil) {
      self.text = text
      self.local = local
      milliseconds = ms
      self.offset = offset
    }

    var testDescription: String { text }
  }

  static let stamps: [Stamp] = [
    Stamp("00:02:10", "2026-03-16T00:02:10Z"),
    Stamp("23:59:59", "2026-03-16T23:59:59Z"),
    Stamp("23:59:60", "2026-03-16T23:59:59Z"),
    Stamp("08:00:10.3", "2026-03-16T08:00:10Z", ms: 300),
    Stamp("08:00:10.37", "2026-03-16T08:00:10Z", ms: 370),
    Stamp("08:00:10.370", "2026-03-16T08:00:10Z", ms: 370),
    Stamp("08:00:10,370", "2026-03-16T08:00:10Z", ms: 370),
    Stamp("08:00:10:370", "2026-03-16T08:00:10Z", ms: 370),
    Stamp("08:00:10.370999", "2026-03-16T08:00:10Z", ms: 370),
    Stamp("Thu, 22 Apr 2004 22:01:42 +0200", "2004-04-22T22:01:42Z", offset: 7200),
    Stamp("Thu, 1 Apr 2004 22:01:42 -0330", "2004-04-01T22:01:42Z", offset: -12_600),
    Stamp("Sun, 29 Feb 2004 00:00:00 +0000", "2004-02-29T00:00:00Z", offset: 0),
    Stamp("2026-11-23 16:29:25", "2026-11-23T16:29:25Z"),
    Stamp("2026-11-23T16:29:25", "2026-11-23T16:29:25Z"),
    Stamp("2026/11/23 16:29:25", "2026-11-23T16:29:25Z"),
    Stamp("2026.11.23 16:29:25", "2026-11-23T16:29:25Z"),
    Stamp("20261123 162925", "2026-11-23T16:29:25Z"),
    Stamp("20261123T162925", "2026-11-23T16:29:25Z"),
    Stamp("20261123162925", "2026-11-23T16:29:25Z"),
    Stamp("2026-11-23 16:29:25.5", "2026-11-23T16:29:25Z", ms: 500),
    Stamp("2026-11-23 16:29:25,123", "2026-11-23T16:29:25Z", ms: 123),
    Stamp("2026-11-23T16:29:25Z", "2026-11-23T16:29:25Z", offset: 0),
    Stamp("2026-11-23T16:29:25-03:00", "2026-11-23T16:29:25Z", offset: -10_800),
    Stamp("2026-11-23T16:29:25+0530", "2026-11-23T16:29:25Z", offset: 19_800),
    Stamp("2026-11-23T16:29:25.250+03:00", "2026-11-23T16:29:25Z", ms: 250, offset: 10_800),
  ]

  @Test("Every form of the stamp, in the first line and in the next", arguments: stamps)
  func form(stamp: Stamp) throws {
    var format = IceWarpFormat(context: IceWarpRow.context)
    let local = try #require(Timestamp(iso8601: stamp.local)).milliseconds + stamp.milliseconds
    for _ in 0..<2 {
      let line = Array("198.51.100.7    [0A10] \(stamp.text) <<< QUIT".utf8)
      var event = LogEvent()
      #expect(format.parse(line.span, into: &event) == .event)
      #expect(event.kind == .quit)
      #expect(event.time == LogTime(local: local, offset: stamp.offset ?? LogTime.offsetUnknown))
    }
  }

  @Test("A file may change its form in the middle")
  func change() {
    var format = IceWarpFormat(context: IceWarpRow.context)
    for stamp in IceWarpStampTests.stamps + IceWarpStampTests.stamps.reversed() {
      var event = LogEvent()
      let line = Array("198.51.100.7    [0A10] \(stamp.text) <<< RSET".utf8)
      #expect(format.parse(line.span, into: &event) == .event, "\(stamp.text)")
    }
  }

  /// The local times, as seconds behind midnight of the 16th, that a file's stamps mean.
  private func seconds(_ stamps: [String], _ context: FormatContext) throws -> [Int64] {
    var format = IceWarpFormat(context: context)
    let midnight = try #require(Timestamp(iso8601: "2026-03-16")).milliseconds
    return stamps.map { stamp in
      var event = LogEvent()
      let line = Array("198.51.100.7 [0A10] \(stamp) <<< QUIT".utf8)
      return format.parse(line.span, into: &event) == .event ? (event.time.local - midnight) / 1000 : -1
    }
  }

  @Test("A file with its day in the name may reach into the next day, whichever piece is read")
  func overMidnight() throws {
    var context = IceWarpRow.context
    context.firstMillisecondOfDay = 22 * 3_600_000
    #expect(try seconds(["22:00:00", "23:59:59", "00:00:05"], context) == [79_200, 86_399, 86_405])
    #expect(try seconds(["00:00:05"], context) == [86_405])
    // Written a little out of order, the clock set back by an hour: the same day.
    context.firstMillisecondOfDay = 8 * 3_600_000
    #expect(try seconds(["08:00:00", "07:59:59", "07:00:00"], context) == [28_800, 28_799, 25_200])
  }

  @Test("Without a day in the name the days are counted by the clock's falling back")
  func counted() throws {
    var context = IceWarpRow.context
    context.dayIsFromName = false
    #expect(
      try seconds(["22:00:00", "21:59:59", "00:00:05", "23:00:00", "01:00:00"], context)
        == [79_200, 79_199, 86_405, 169_200, 176_400])
  }

  @Test("What a cache wrote of the evening before stands on that evening")
  func eveningBefore() throws {
    var context = IceWarpRow.context
    context.firstMillisecondOfDay = 1000
    context.beginsBeforeMidnight = true
    #expect(
      try seconds(["23:59:58", "00:00:01", "23:59:59", "00:00:02", "13:00:00", "23:59:59"], context)
        == [-2, 1, -1, 2, 46_800, 86_399])
  }

  @Test("What a cache wrote of the next morning stands on that morning, whichever piece is read")
  func morningBehind() throws {
    var context = IceWarpRow.context
    context.firstMillisecondOfDay = 1000
    context.midnight = .surely
    let stamps = ["00:00:01", "09:00:00", "23:59:58", "00:00:01", "23:59:59", "00:00:02"]
    #expect(try seconds(stamps, context) == [1, 32_400, 86_398, 86_401, 86_399, 86_402])
    context.beginsBehindMidnight = true
    #expect(
      try seconds(["00:00:01", "23:59:59", "00:00:02", "08:00:00"], context) == [86_401, 86_399, 86_402, 115_200])
    // Where the end of the file was not looked at, an order that is no midnight proves nothing.
    context.beginsBehindMidnight = false
    context.midnight = .perhaps
    #expect(try seconds(stamps, context) == [1, 32_400, 86_398, 86_401, 86_399, 86_402])
    #expect(try seconds(["23:00:00", "09:00:00", "08:00:00"], context) == [82_800, 32_400, 28_800])
  }

  @Test("Without a day in the name a fall of hours is a night, and one of an hour is a clock set back")
  func nights() throws {
    var context = IceWarpRow.context
    context.dayIsFromName = false
    #expect(try seconds(["17:30:00", "08:00:00", "07:00:00"], context) == [63_000, 115_200, 111_600])
    #expect(
      try seconds(["23:59:59", "00:00:00", "23:59:59", "00:00:01"], context) == [86_399, 86_400, 86_399, 86_401])
  }

  @Test("Without a day in the name every greeting with a date sets the day, unless its time is another one")
  func greetings() throws {
    var context = IceWarpRow.context
    context.dayIsFromName = false
    var format = IceWarpFormat(context: context)
    let midnight = try #require(Timestamp(iso8601: "2026-03-16")).milliseconds
    for (text, hours) in [
      ("08:00:00 >>> 220 mx.example.com ESMTP; Mon, 16 Mar 2026 08:00:00 -0300", 8),
      ("09:00:00 <<< QUIT", 9),
      ("09:00:00 >>> 220 mx.example.com ESMTP; Wed, 18 Mar 2026 09:00:01 -0300", 57),
      ("09:00:00 <<< QUIT", 57),
      ("10:00:00 >>> 220 mx.example.com ESMTP; Fri, 20 Mar 2026 13:00:00 +0000", 58),
    ] as [(String, Int64)] {
      var event = LogEvent()
      #expect(format.parse(Array("198.51.100.7    [0A10] \(text)".utf8).span, into: &event) == .event)
      #expect(event.time.local - midnight == hours * 3_600_000, "\(text)")
    }
    #expect(format.firstDay(endingOn: CivilDate(daysSinceEpoch: 0)) == context.day)
  }

  @Test("The greeting's date tells the offset")
  func banner() {
    var format = IceWarpFormat(context: IceWarpRow.context)
    var event = LogEvent()
    let line = Array(
      "10.6.21.6 [15C0] 00:02:10 >>> 220 mail.example.com ESMTP IceWarp 10.3.1; Mon, 16 Mar 2026 00:02:10 +0300".utf8)
    #expect(format.parse(line.span, into: &event) == .event)
    #expect(event.time.offset == 10_800)
    let plain = Array("10.6.21.6 [15C0] 00:02:10 >>> 220 mail.example.com ESMTP".utf8)
    #expect(format.parse(plain.span, into: &event) == .event)
    #expect(event.time.offset == LogTime.offsetUnknown)
  }
}
