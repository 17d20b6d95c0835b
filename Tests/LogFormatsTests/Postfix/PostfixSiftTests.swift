import LogFormats
import MailModel
import Testing

@Suite("Postfix: lines dismissed unread")
struct PostfixSiftTests {
  /// Texts behind stamp and host, and whether they are dismissed.
  private static let texts: [(text: String, isDismissed: Bool)] = [
    ("postfix/cleanup[512]: 1CAA566A088: message-id=<1@example.org>", true),
    ("postfix/smtp[513]: 1CAA566A088: to=<bob@example.com>, relay=mx.example.com[198.51.100.25]:25, status=sent", true),
    ("postfix/lmtp[514]: 1CAA566A088: to=<bob@example.org>, relay=mail, status=sent (250 2.0.0 Ok)", true),
    ("postfix/qmgr[71]: 1CAA566A088: from=<alice@example.org>, size=428, nrcpt=1 (queue active)", true),
    ("postfix/qmgr[71]: 1CAA566A088: removed", true),
    ("postfix/local[515]: 1CAA566A088: to=<bob@example.org>, relay=local, status=sent (delivered to mailbox)", true),
    ("postfix/trivial-rewrite[516]: warning: do not list domain example.org in BOTH mydestination and relay", true),
    ("postfix/submission/cleanup[517]: 1CAA566A088: message-id=<2@example.org>", true),
    ("dovecot: imap-login: Login: user=<alice>, method=PLAIN, rip=192.0.2.11, lip=192.0.2.1", true),
    ("sshd[41]: Accepted publickey for alice from 192.0.2.11 port 5587 ssh2", true),
    ("watchdog/smtpd[41]: connect from unknown[192.0.2.11]", true),
    ("postfix/smtpd[4156]: connect from unknown[192.0.2.11]", false),
    ("postfix/smtpd[4156]: lost connection after AUTH from unknown[192.0.2.11]", false),
    ("postfix/submission/smtpd[4157]: disconnect from unknown[192.0.2.11] ehlo=1 auth=0/1 commands=1/2", false),
    ("postfix/smtps/smtpd[4158]: 1CAA566A088: client=unknown[192.0.2.11]", false),
    ("postfix/postscreen[9]: CONNECT from [198.51.100.7]:40000 to [192.0.2.1]:25", false),
    ("postfix/anvil[10]: statistics: max connection rate 1/60s for (smtpd:192.0.2.11) at Nov 23 16:25:26", false),
    ("last message repeated 3 times, and nobody knows which program said it", false),
  ]

  /// Stamp and host.
  private static let heads = [
    "Nov 23 16:29:25 mail ", "Nov  3 06:09:05 mx1.example.org ", "2026-11-23T16:29:25.572449+00:00 mail ",
    "2026-11-23T16:29:25Z mx ", "2026-11-23 16:29:25,5 mx-eins.example.org ", "Nov 23 16:29:25 mail mail.info ",
    "Nov 23 16:29:25 <mail.info> mail ",
  ]

  private static func lines(_ head: String) -> [[UInt8]] { texts.map { Array((head + $0.text).utf8) } }

  /// A parser that has read these lines.
  private static func primed(_ lines: [[UInt8]]) -> PostfixFormat {
    var format = PostfixFormat(context: PostfixRow.context)
    // The first line that is an event tells the form of the stamp.
    for _ in 0..<2 { for line in lines { _ = PostfixKnownPlacesTests.read(line, &format) } }
    return format
  }

  /// Which of these lines a parser keeps, one bit for each, and what it tells of them.
  private static func sift(
    _ lines: ArraySlice<[UInt8]>, by format: PostfixFormat, lineEnd: [UInt8] = [0x0a]
  ) -> (kept: UInt64, kinds: SiftedKinds) {
    let stretch = SampleStretch(lines, lineEnd: lineEnd, behind: "the line before\n")
    var kinds = SiftedKinds()
    // Nothing is left of what was told of other lines.
    for i in 0..<64 { kinds[i] = 1 }
    let kept = format.sift(
      stretch.bytes.span, from: stretch.start, ends: stretch.ends.span, lines: 0..<lines.count, naming: &kinds)
    return (kept, kinds)
  }

  private static func kept(
    _ lines: ArraySlice<[UInt8]>, by format: PostfixFormat, lineEnd: [UInt8] = [0x0a]
  ) -> UInt64 { sift(lines, by: format, lineEnd: lineEnd).kept }

  /// Reads lines 64 at a time, and compares with what a parser says that reads each of them as it comes.
  ///
  /// - Returns: how many were dismissed.
  private static func compare(_ lines: [[UInt8]]) -> Int {
    var sifting = PostfixFormat(context: PostfixRow.context)
    var plain = sifting
    var dismissed = 0
    for begin in stride(from: 0, to: lines.count, by: 64) {
      let block = lines[begin..<min(begin + 64, lines.count)]
      let (kept, kinds) = sift(block, by: sifting)
      for (i, line) in block.enumerated() {
        let expected = PostfixKnownPlacesTests.read(line, &plain)
        let isKept = kept >> UInt64(i) & 1 == 1
        let found = isKept ? PostfixKnownPlacesTests.read(line, kind: kinds[i], &sifting) : "ignored"
        #expect(found == expected, "\(String(decoding: line, as: UTF8.self))")
        dismissed += isKept ? 0 : 1
      }
    }
    return dismissed
  }

  @Test("Lines of programs that are not read are dismissed, and no others", arguments: heads, ["\n", "\r\n"])
  func kinds(head: String, lineEnd: String) {
    let lines = Self.lines(head)
    let kept = Self.kept(lines[...], by: Self.primed(lines), lineEnd: Array(lineEnd.utf8))
    for (i, text) in Self.texts.enumerated() {
      #expect((kept >> UInt64(i) & 1 == 0) == text.isDismissed, "\(head)\(text.text)")
    }
  }

  @Test("Any byte at any place: what is dismissed would be ignored", arguments: heads)
  func anyByte(head: String) {
    let lines = Self.lines(head)
    var format = Self.primed(lines)
    for line in lines {
      for place in line.indices.prefix(80) {
        for value in UInt8.min...UInt8.max where value != 0x0a && value != line[place] {
          var changed = line
          changed[place] = value
          guard Self.kept([changed], by: format) & 1 == 0 else { continue }
          let known = PostfixKnownPlacesTests.read(changed, &format)
          #expect(known == "ignored", "byte \(value) at \(place) of \(String(decoding: line, as: UTF8.self))")
        }
      }
    }
  }

  @Test("Lines cut off anywhere are told like whole ones, whatever follows", arguments: heads)
  func cutOff(head: String) {
    let lines = Self.lines(head)
    var format = Self.primed(lines)
    for line in lines {
      for length in 0...line.count {
        let short = Array(line[..<length])
        for lineEnd: [UInt8] in [[0x0a], [0x0d, 0x0a]] {
          let kept = Self.kept([short, Array(line[length...]), line], by: format, lineEnd: lineEnd)
          guard kept & 1 == 0 else { continue }
          let known = PostfixKnownPlacesTests.read(short, &format)
          #expect(known == "ignored", "\(length) bytes of \(String(decoding: line, as: UTF8.self))")
        }
      }
    }
  }

  @Test("Nothing is dismissed before a line was read")
  func unprimed() {
    let lines = Self.lines(Self.heads[0])
    #expect(Self.kept(lines[...], by: PostfixFormat(context: PostfixRow.context)) == UInt64.max)
  }

  @Test("Every fixture says the same with and without what is dismissed", arguments: PostfixRecordedTests.fixtureNames)
  func fixtures(name: String) throws {
    let lines = try PostfixRecordedTests.lines(of: name + "/mail.log")
    let dismissed = Self.compare(lines)
    if lines.count > 128 { #expect(dismissed > 0) }
  }

  @Test("Stamps change their form and their day between lines that were sifted together")
  func changingStamps() {
    var lines: [[UInt8]] = []
    for number in 0..<400 {
      let day = ["Nov 22 23:59:5", "Nov 23 00:00:0", "2026-11-23T16:29:2", "Nov  3 06:09:0"][number / 7 % 4]
      let zone = number / 7 % 4 == 2 ? ".5+01:00" : ""
      let text = Self.texts[number % 3 == 0 ? 0 : 11].text.dropFirst("postfix/".count)
      lines.append(Array("\(day)\(number % 10)\(zone) mail postfix/\(text)".utf8))
    }
    _ = Self.compare(lines)
  }

  @Test("More hosts and programs than are remembered, between lines that were sifted together")
  func manyTags() {
    var lines: [[UInt8]] = []
    for number in 0..<2000 {
      let label = number % 5 == 0 ? "postfix" : "postfix/s\(number * number % 97)"
      let text = Self.texts[number % 3 == 0 ? 0 : 11].text.dropFirst("postfix/".count)
      lines.append(Array("Nov 23 16:29:25 mail \(label)/\(text)".utf8))
    }
    #expect(Self.compare(lines) > 0)
  }
}
