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

  @Test("The offset that the administrator gives is stronger than the greeting's")
  func given() {
    var defaults = FormatContext(lastDay: CivilDate(daysSinceEpoch: 20_528))
    defaults.offset = 3600
    let line = IceWarpRecognitionTests.a + ">>> 220 mail.example.com ESMTP; Mon, 16 Mar 2026 08:00:00 -0300"
    #expect(IceWarpFormat.context(for: sample("s20260316-00.log", [line]), defaults: defaults).offset == 3600)
  }

  private func sample(_ file: String, _ lines: [String]) -> LogSample {
    LogSample(
      lines: lines.map { Array($0.utf8) }, fileName: file, path: "logs/" + file,
      modified: CivilDate(daysSinceEpoch: 20_528))
  }
}
