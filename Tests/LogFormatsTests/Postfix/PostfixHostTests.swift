import LogFormats
import MailModel
import Testing

@Suite("Postfix: what a log calls its hosts")
struct PostfixHostTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var line: String
    var host: String
    var testDescription: String { line }
  }

  static let rows = [
    Row(line: "Nov 23 09:00:00 mail postfix/smtpd[101]: connect from a[192.0.2.1]", host: "mail"),
    Row(line: "<22>Nov 23 09:00:00 mail postfix/smtpd[101]: connect from a[192.0.2.1]", host: "mail"),
    Row(
      line: "2026-11-23T09:00:00.123456+01:00 mx1.example.org postfix/smtpd[101]: connect from a[192.0.2.1]",
      host: "mx1.example.org"),
    Row(
      line: "postfix-mailcow-1  | Nov 23 09:00:00 mail postfix/smtpd[101]: connect from a[192.0.2.1]",
      host: "mail (postfix-mailcow-1)"),
    Row(line: "Nov 23 09:00:00 2001:db8::7 postfix/smtpd[101]: connect from a[192.0.2.1]", host: "2001:db8::7"),
  ]

  @Test("by the number in the keys of its sessions, whatever came before", arguments: rows)
  func name(_ row: Row) {
    var format = PostfixFormat(context: PostfixRow.context)
    var event = LogEvent()
    for row in PostfixHostTests.rows {
      let line = Array(row.line.utf8)
      _ = format.parse(line.span, into: &event)
    }
    // The first time and again.
    for _ in 0..<3 {
      let line = Array(row.line.utf8)
      #expect(format.parse(line.span, into: &event) == .event)
      #expect(format.hosts[event.key.high].map { String(decoding: $0, as: UTF8.self) } == row.host)
    }
    #expect(format.hosts.count == 4)
  }

  @Test("of thousands of names only some are kept")
  func many() {
    var format = PostfixFormat(context: PostfixRow.context)
    var event = LogEvent()
    for number in 0..<1000 {
      let line = Array("Nov 23 09:00:00 host\(number) postfix/smtpd[101]: connect from a[192.0.2.1]".utf8)
      #expect(format.parse(line.span, into: &event) == .event)
    }
    #expect(format.hosts.count == 256)
  }
}
