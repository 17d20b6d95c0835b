import LogFormats
import MailModel
import Testing

/// A line whose stamp, host and program are those of a line before is read by a shorter way; it must say the same.
@Suite("Postfix: what is known from the lines before")
struct PostfixKnownPlacesTests {
  /// The headers that the shorter way knows, each with a text that is an event.
  static let usual = [
    "Nov 23 16:29:25 mail postfix/smtpd[4156]: connect from unknown[192.0.2.11]",
    "Nov  3 06:09:05 mx1.example.org postfix/submission/smtpd[98]: disconnect from unknown[2001:db8::11] ehlo=1 auth=0/1 commands=1/2",
    "2026-11-23T16:29:25.572449+00:00 mail postfix/smtpd[4156]: 1CAA566A088: client=unknown[192.0.2.11]",
    "2026-11-23T16:29:25.572+0530 mail postfix/smtps/smtpd[71]: 1CAA566A088: client=unknown[192.0.2.11], sasl_method=PLAIN, sasl_username=alice",
    "2026-11-23T16:29:25Z mail postfix/smtpd[4156]: lost connection after AUTH from unknown[192.0.2.11]",
    "2026-11-23 16:29:25,5 mail postfix/smtpd[4156]: Anonymous TLS connection established from unknown[192.0.2.11]: TLSv1.3",
    "Nov 23 16:29:25 mail postfix/postscreen[9]: CONNECT from [198.51.100.7]:40000 to [192.0.2.1]:25",
    "Nov 23 16:29:25 mail mail.info postfix/smtpd[4156]: connect from unknown[192.0.2.11]",
    "Nov 23 16:29:25 mail dovecot[41]: imap-login: Login: user=<alice>, method=PLAIN, rip=192.0.2.11, lip=192.0.2.1",
  ]

  /// Outcome and event of a line, of which `sift` may have told a kind.
  static func read(_ line: [UInt8], kind: UInt8? = nil, _ format: inout PostfixFormat) -> String {
    var event = LogEvent()
    let outcome =
      if let kind { format.parse(line.span, kind: kind, into: &event) } else { format.parse(line.span, into: &event) }
    guard outcome == .event else { return "\(outcome)" }
    return """
      \(event.kind) \(event.code) \(event.key) \(event.time) \(event.first) \(event.second) \(event.third) \
      \(event.fourth) \(event.fifth) \(event.service) \(event.counters)
      """
  }

  /// What a parser that knows nothing says of a line.
  static func readAnew(_ line: [UInt8]) -> String {
    var format = PostfixFormat(context: PostfixRow.context)
    return read(line, &format)
  }

  /// Bytes that mean something in a header, and some beside them.
  private static let bytes = Array("[]<>:;,= /|\"\\-+.09AaTZz%@`{\u{0}\n".utf8) + [0x80, 0xb0, 0xdb, 0xff]

  @Test("Any byte at any place of the header is read as without the line before", arguments: usual)
  func anyByte(usual: String) {
    let known = Array(usual.utf8)
    var format = PostfixFormat(context: PostfixRow.context)
    for place in known.indices.prefix(76) {
      for value in Self.bytes + (0..<8).map({ known[place] ^ 1 << $0 }) {
        var line = known
        line[place] = value
        _ = Self.read(known, &format)
        let found = Self.read(line, &format)
        #expect(found == Self.readAnew(line), "byte \(value) at place \(place)")
      }
    }
  }

  @Test("Cut off anywhere, a line is read as without the line before", arguments: usual)
  func prefixes(usual: String) {
    let known = Array(usual.utf8)
    var format = PostfixFormat(context: PostfixRow.context)
    for end in 0...known.count {
      _ = Self.read(known, &format)
      let line = Array(known[..<end])
      let found = Self.read(line, &format)
      #expect(found == Self.readAnew(line), "\(end) bytes")
    }
  }

  @Test("Every second of a day, and what is none", arguments: ["Nov 23 ", "2026-11-23T"])
  func seconds(day: String) {
    let isISO = day.hasSuffix("T")
    func line(_ clock: String) -> [UInt8] {
      Array(
        "\(day)\(clock)\(isISO ? ".250000+01:00" : "") mail postfix/smtpd[1]: connect from unknown[192.0.2.11]".utf8)
    }
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    var format = PostfixFormat(context: PostfixRow.context)
    for hour in 0..<26 {
      for (minute, second) in [(0, 0), (9, 59), (10, 60), (59, 61), (60, 0), (38, 27), (99, 99)] {
        let line = line("\(two(hour)):\(two(minute)):\(two(second))")
        #expect(Self.read(line, &format) == Self.readAnew(line), "\(String(decoding: line, as: UTF8.self))")
      }
    }
  }

  @Test("More hosts and programs than are remembered, again and again")
  func manyTags() {
    var format = PostfixFormat(context: PostfixRow.context)
    for round in 0..<3 {
      for number in 0..<200 {
        let line = Array(
          """
          Nov 23 16:29:2\(round) mx\(number / 7) postfix/s\(number)/smtpd[\(number)]: connect from unknown[192.0.2.\(number)]
          """.utf8)
        #expect(Self.read(line, &format) == Self.readAnew(line))
      }
    }
  }

  @Test("Hosts of many lengths, and programs of other kinds among those of Postfix")
  func manyHosts() {
    var format = PostfixFormat(context: PostfixRow.context)
    for round in 0..<3 {
      for length in [4, 1, 2, 30, 7, 8, 15, 16, 17, 40, 60] {
        let host = String(repeating: "m", count: length)
        for text in [
          "postfix/smtpd[4156]: connect from unknown[192.0.2.11]", "dovecot: imap-login: Login: user=<alice>",
          "postfix/submission/smtpd[4157]: connect from unknown[192.0.2.11]", "sshd[\(round)\(length)]: Accepted",
          "postfix/smtpd[4156]: disconnect from unknown[192.0.2.11]", "a[1]: connect from unknown[192.0.2.11]",
        ] {
          let line = Array("Nov 23 16:29:25 \(host) \(text)".utf8)
          #expect(Self.read(line, &format) == Self.readAnew(line), "\(String(decoding: line, as: UTF8.self))")
        }
      }
    }
  }

  @Test("Whole and broken lines of every fixture, one after the other, are read as each alone")
  func fixtures() throws {
    var format = PostfixFormat(context: PostfixRow.context)
    var state: UInt64 = 14
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % max(bound, 1)
    }
    for line in try PostfixBrokenLineTests.lines() {
      #expect(Self.read(line, &format) == Self.readAnew(line), "\(String(decoding: line, as: UTF8.self))")
      for _ in 0..<8 {
        var broken = line
        for _ in 0...next(2) where !broken.isEmpty {
          let place = next(broken.count)
          let end = min(broken.count, place + next(12))
          switch next(4) {
          case 0, 1: broken[place] = Self.bytes[next(Self.bytes.count)]
          case 2: broken.removeSubrange(place..<end)
          default: broken.insert(contentsOf: broken[place..<end], at: place)
          }
        }
        #expect(Self.read(broken, &format) == Self.readAnew(broken), "\(String(decoding: broken, as: UTF8.self))")
        #expect(Self.read(line, &format) == Self.readAnew(line), "\(String(decoding: line, as: UTF8.self))")
      }
    }
  }
}
