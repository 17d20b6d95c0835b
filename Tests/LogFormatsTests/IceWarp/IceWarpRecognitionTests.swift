import LogFormats
import MailModel
import Testing

@Suite("IceWarp: recognition and what the head of a file tells")
struct IceWarpRecognitionTests {
  struct Head: Sendable, CustomTestStringConvertible {
    let name: String
    let file: String
    let lines: [String]
    let isRecognised: Bool
    var testDescription: String { name }

    init(_ name: String, _ file: String, _ lines: [String], _ isRecognised: Bool) {
      self.name = name
      self.file = file
      self.lines = lines
      self.isRecognised = isRecognised
    }
  }

  private static let a = "198.51.100.7    [0A10] 08:00:00 "

  static let heads: [Head] = [
    Head("SMTP", "s20260316-00.log", [a + "Connected, local IP=192.0.2.10", a + "<<< EHLO pc"], true),
    Head("any name", "copy.txt", [a + ">>> 220 mail.example.com ESMTP", a + "<<< HELO pc"], true),
    Head("in the middle of sessions", "x.log", ["garbage", "", a + "<<< RCPT TO:<rui@example.com>"], true),
    Head("picked out with findstr /N", "x.txt", ["12:" + a + "<<< EHLO pc", "40:" + a + "<<< MAIL FROM:<a@b>"], false),
    Head("picked out of several logs", "x.txt", ["s20260316-00.log:" + a + "<<< EHLO pc"], false),
    Head("picked out of a folder, with numbers", "x.txt", ["D:\\logs\\s20260316-00.log:7:" + a + "<<< EHLO pc"], false),
    Head("one line of such a kind", "x.txt", [a + "<<< EHLO pc", a + "<<< DATA", "12:" + a + "<<< EHLO pc"], true),
    Head("IPv4 in IPv6", "x.log", ["::ffff:198.51.100.7 [0A10] 08:00:00 <<< EHLO pc"], true),
    Head("IPv4 in IPv6, in full", "x.log", ["0:0:0:0:0:ffff:198.51.100.7 [0A10] 08:00:00 <<< EHLO pc"], true),
    Head("summaries", "s20260316-00.log", [a + "*** <a@example.com> <b@example.net> 1 348 00:00:00 OK"], true),
    Head("deliveries", "smtp.log", [a + "Connected", a + "<<< 220 mx.example.net ESMTP"], true),
    Head("service lines", "s20260316-00.log", ["SYSTEM [0000] 00:00:01 SMTP Service started"], true),
    Head("service lines of another log", "e20260316-00.log", ["SYSTEM [0000] 00:00:01 Service started"], false),
    Head("nobody said a word yet", "s20260316-00.log", [a + "Connected, local IP=192.0.2.10"], true),
    Head("nobody said a word to POP3 yet", "p20260316-00.log", [a + "Connected, local IP=192.0.2.10"], false),
    Head(
      "POP3", "p20260316-00.log",
      [a + "Connected, local IP=192.0.2.10", a + ">>> +OK POP3 ready", a + "<<< USER ana", a + "<<< QUIT"], false),
    Head(
      "IMAP", "m20260316-00.log",
      [a + "Connected", a + ">>> * OK IMAP4rev1", a + "<<< a1 LOGIN ana x", a + ">>> a1 OK LOGIN"], false),
    Head(
      "POP3 whose client says NOOP and RSET", "p20260316-00.log",
      [a + ">>> +OK POP3 ready", a + "<<< NOOP", a + ">>> +OK", a + "<<< RSET", a + ">>> +OK", a + "<<< EHLO pc"], false
    ),
    Head(
      "FTP", "f20260316-00.log",
      [
        a + "Connected", a + ">>> 220-IceWarp FTP Server", a + ">>> 220 ready", a + "<<< USER ana",
        a + ">>> 331 Password required", a + "<<< PASS ***", a + ">>> 530 Login incorrect", a + ">>> 221 bye",
      ], false),
    Head(
      "FTP with AUTH TLS, its letter lost", "20260316-00.log",
      [a + ">>> 220 mail.example.com FTP", a + "<<< AUTH TLS", a + ">>> 234 OK", a + ">>> 530 Login incorrect"], false),
    Head(
      "the rest of an FTP session", "f20260316-00.log", [a + ">>> 530 Login incorrect", a + ">>> 221 bye"], false),
    Head("the rest of an SMTP session", "s20260316-00.log", [a + ">>> 535 Login incorrect", a + ">>> 221 bye"], true),
    Head(
      "POP3 commands tried on SMTP", "s20260316-00.log",
      [a + ">>> 220 mail.example.com ESMTP", a + "<<< USER ana", a + ">>> 500 5.5.1 Command unrecognized"], true),
    Head(
      "an SMTP log with another letter", "x20260316-00.log",
      [a + ">>> 220 mail.example.com ESMTP", a + "<<< EHLO pc"], true),
    Head(
      "SIP", "sip20260316-00.log",
      [a + "Connected", a + "<<< REGISTER sip:example.com SIP/2.0", a + ">>> SIP/2.0 401 Unauthorized"], false),
    Head("short messages", "sms20260316-00.log", [a + "Connected", a + "Sending message"], false),
    Head(
      "antispam under a longer name", "spam20260316-00.log",
      ["127.0.0.1 [07B0] 11:22:54 RSH57851 '<a@example.net>' '<b@example.com>' 1 score 10.00 action SPAM"], false),
    Head("the end of an AUTH", "s120260316-00.log", [a + "<<< U2VncmVkby1DYW5hcmlvLTU4Nw=="], true),
    Head(
      "antispam", "a20260316-00.log",
      ["127.0.0.1 [07B0] 11:22:54 RSH57851 '<a@example.net>' '<b@example.com>' 1 score 10.00 action SPAM"], false),
    Head("Postfix", "mail.log", ["Nov 23 16:29:25 mail postfix/smtpd[41]: connect from unknown[192.0.2.11]"], false),
    Head("a text", "notes.txt", ["Read me first.", "", "It is [1] 08:00:00 o'clock."], false),
    Head("nothing", "s20260316-00.log", [], false),
    Head("bytes of a picture", "s20260316-00.log", ["\u{89}PNG\r\n\u{1a}\n\0\0\0\rIHDR"], false),
  ]

  @Test("Heads of files", arguments: heads)
  func recognised(head: Head) {
    switch IceWarpFormat.recognises(sample(head.file, head.lines)) {
    case .yes(let lines): #expect(head.isRecognised && lines > 0)
    case .no(let reason): #expect(!head.isRecognised && !reason.isEmpty)
    }
  }

  @Test(
    "The day in the name",
    arguments: [
      ("s20110516-00.log", "2011-05-16"), ("20110516-00.log", "2011-05-16"), ("s120190913-01.log", "2019-09-13"),
      ("s20110516.log", "2011-05-16"), ("sa20110516-12.log", "2011-05-16"), ("s20240229-00.log", "2024-02-29"),
      ("smtp.log", nil), ("s20230229-00.log", nil), ("s20261340-00.log", nil), ("s00000000-00.log", nil), ("", nil),
      ("s2011051-00.log", nil), ("backup20260316.log", "2026-03-16"),
    ] as [(String, String?)])
  func day(file: String, day: String?) {
    let context = IceWarpFormat.context(
      for: sample(file, []), defaults: FormatContext(lastDay: CivilDate(daysSinceEpoch: 20_528)))
    #expect(context.day?.description == day)
    #expect(context.dayIsFromName == (day != nil))
  }

  @Test(
    "What the names of one server's logs have in common",
    arguments: [
      ("s20110516-00.log", "s"), ("s20110516-117.log", "s"), ("s120190913-01.log", "s1"), ("20110516-00.log", ""),
      ("s20110516.log", "s"), ("s20261123-001.log", "s"), ("s20261123-002.log", "s"), ("s20261123-00A.log", "sA"),
      ("mail1-s20261123-00.log", "mail1-s"), ("mailserverA-20261123.log", "mailserverA-"), ("smtp.log", nil),
    ] as [(String, String?)])
  func series(file: String, series: String?) {
    #expect(IceWarpFormat.series(file).map { String(decoding: $0, as: UTF8.self) } == series)
  }

  @Test("Without a day in the name the greeting tells day and offset")
  func banner() {
    let context = IceWarpFormat.context(
      for: sample(
        "smtp.log",
        [
          "SYSTEM [0000] 00:00:01 SMTP Service started", IceWarpRecognitionTests.a + "Connected",
          IceWarpRecognitionTests.a + ">>> 220 mail.example.com ESMTP IceWarp 10.3.1; Mon, 2 Mar 2026 08:00:00 -0300",
        ]), defaults: FormatContext(lastDay: CivilDate(daysSinceEpoch: 20_528)))
    #expect(context.day?.description == "2026-03-02")
    #expect(!context.dayIsFromName)
    #expect(context.offset == -10_800)
    #expect(context.firstMillisecondOfDay == 1000)
    #expect(!context.stampsCarryDay)
  }

  struct Days: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let file: String
    /// `23:59:59` for a line, `09:00:00 24` for a greeting of that day of November 2026.
    let stamps: [String]
    let day: String?
    let dayIsFromName: Bool
    let beginsBeforeMidnight: Bool
    let first: Int64?
  }

  static let days: [Days] = [
    Days(
      testDescription: "the end of the evening before, then greetings", file: "s20261124-00.log",
      stamps: ["23:59:59", "09:00:00 24"], day: "2026-11-24", dayIsFromName: true, beginsBeforeMidnight: true,
      first: 32_400_000),
    Days(
      testDescription: "threads that are not in order around midnight", file: "s20261124-00.log",
      stamps: ["23:59:58", "00:00:01", "23:59:59", "00:00:02", "09:00:00 24"], day: "2026-11-24", dayIsFromName: true,
      beginsBeforeMidnight: true, first: 1000),
    Days(
      testDescription: "a greeting of the evening before", file: "s20261124-00.log",
      stamps: ["23:59:59 23", "00:00:01"], day: "2026-11-24", dayIsFromName: true, beginsBeforeMidnight: true,
      first: 1000),
    Days(
      testDescription: "nothing but the evening before yet", file: "s20261124-00.log", stamps: ["23:59:59 23"],
      day: "2026-11-24", dayIsFromName: true, beginsBeforeMidnight: true, first: 0),
    Days(
      testDescription: "no greeting, and far into the day", file: "s20261124-00.log",
      stamps: ["23:59:59", "00:00:01", "08:00:00"], day: "2026-11-24", dayIsFromName: true,
      beginsBeforeMidnight: true, first: 1000),
    Days(
      testDescription: "an evening that reaches into the next day", file: "s20261124-03.log",
      stamps: ["23:00:00 24", "23:59:59", "00:00:05 25"], day: "2026-11-24", dayIsFromName: true,
      beginsBeforeMidnight: false, first: 82_800_000),
    Days(
      testDescription: "the same without greetings", file: "s20261124-03.log",
      stamps: ["23:00:00", "23:59:59", "00:00:05"], day: "2026-11-24", dayIsFromName: true,
      beginsBeforeMidnight: false, first: 82_800_000),
    Days(
      testDescription: "a greeting a second behind its stamp, over midnight", file: "s20261124-03.log",
      stamps: ["23:59:59 25 00:00:00", "00:00:05"], day: "2026-11-24", dayIsFromName: true,
      beginsBeforeMidnight: false, first: 86_399_000),
    Days(
      testDescription: "the day of the export in the name", file: "icewarp-20261201.log",
      stamps: ["08:00:00", "08:00:00 20"], day: "2026-11-20", dayIsFromName: false, beginsBeforeMidnight: false,
      first: 28_800_000),
    Days(
      testDescription: "the day after in the name", file: "smtp-20261124.log", stamps: ["08:00:00 23", "17:00:00 23"],
      day: "2026-11-23", dayIsFromName: false, beginsBeforeMidnight: false, first: 28_800_000),
    Days(
      testDescription: "a greeting of another zone proves nothing", file: "s20261124-00.log",
      stamps: ["01:00:00", "01:00:00 23 22:00:00"], day: "2026-11-24", dayIsFromName: true,
      beginsBeforeMidnight: false, first: 3_600_000),
    Days(
      testDescription: "no day in the name, and the first greeting behind midnight", file: "smtp.log",
      stamps: ["17:30:00", "08:00:00 21"], day: "2026-11-20", dayIsFromName: false, beginsBeforeMidnight: false,
      first: 63_000_000),
  ]

  @Test("Days at the head of a file", arguments: days)
  func headDays(row: Days) {
    let lines = row.stamps.map { stamp in
      let words = stamp.split(separator: " ")
      guard words.count > 1 else { return "198.51.100.7    [0A10] \(stamp) <<< QUIT" }
      // The greeting says the time of its stamp, or another one.
      let time = words.count > 2 ? words[2] : words[0]
      return "198.51.100.7    [0A10] \(words[0]) >>> 220 mx.example.com ESMTP; Tue, \(words[1]) Nov 2026 \(time) -0300"
    }
    let context = IceWarpFormat.context(
      for: sample(row.file, lines), defaults: FormatContext(lastDay: CivilDate(daysSinceEpoch: 20_528)))
    #expect(context.day?.description == row.day)
    #expect(context.dayIsFromName == row.dayIsFromName)
    #expect(context.beginsBeforeMidnight == row.beginsBeforeMidnight)
    #expect(context.firstMillisecondOfDay == row.first)
  }

  @Test("The greeting's offset is stronger than the one that the administrator gives")
  func given() {
    var defaults = FormatContext(lastDay: CivilDate(daysSinceEpoch: 20_528))
    defaults.offset = 3600
    let line = IceWarpRecognitionTests.a + ">>> 220 mail.example.com ESMTP; Mon, 16 Mar 2026 08:00:00 -0300"
    #expect(IceWarpFormat.context(for: sample("s20260316-00.log", [line]), defaults: defaults).offset == -10_800)
    #expect(IceWarpFormat.context(for: sample("s20260316-00.log", []), defaults: defaults).offset == 3600)
  }

  private func sample(_ file: String, _ lines: [String]) -> LogSample {
    LogSample(
      lines: lines.map { Array($0.utf8) }, fileName: file, path: "logs/" + file,
      modified: CivilDate(daysSinceEpoch: 20_528))
  }
}
