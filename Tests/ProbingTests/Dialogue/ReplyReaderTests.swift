import MailModel
import Probing
import Testing

@Suite("Replies of a server")
struct ReplyReaderTests {
  /// All bytes at once and one by one have to come to the same.
  private func read(_ text: String) -> [ReplyReader.Progress] {
    let bytes = Array(text.utf8)
    let whole = progress([bytes])
    #expect(progress(bytes.map { [$0] }) == whole)
    return whole
  }

  private func progress(_ parts: [[UInt8]]) -> [ReplyReader.Progress] {
    var reader = ReplyReader()
    var seen: [ReplyReader.Progress] = []
    for part in parts {
      reader.feed(part)
      while case let next = reader.next(), next != .incomplete {
        seen.append(next)
        if case .foreign = next { return [.foreign("")] }
      }
    }
    return reader.hasPending ? seen + [.incomplete] : seen
  }

  @Test(
    "what the bytes are",
    arguments: [
      (
        "220 mail.example.com ESMTP\r\n",
        [ReplyReader.Progress.reply(SMTPReply(code: 220, lines: ["mail.example.com ESMTP"]))]
      ),
      (
        "250-mail.example.com\r\n250-SIZE 1\r\n250 STARTTLS\r\n",
        [.reply(SMTPReply(code: 250, lines: ["mail.example.com", "SIZE 1", "STARTTLS"]))]
      ),
      ("250\r\n", [.reply(SMTPReply(code: 250, lines: [""]))]),
      ("250 ok\n", [.reply(SMTPReply(code: 250, lines: ["ok"]))]),
      ("250 a\r\n221 b\r\n", [.reply(SMTPReply(code: 250, lines: ["a"])), .reply(SMTPReply(code: 221, lines: ["b"]))]),
      ("250-a\r\n", [.incomplete]), ("22", [.incomplete]), ("250-a\r\n251 b\r\n", [.foreign("")]),
      ("HTTP/1.1 400\r\n", [.foreign("")]), ("\u{16}\u{3}\u{1}", [.foreign("")]), ("620 x\r\n", [.foreign("")]),
      ("2x0 a\r\n", [.foreign("")]),
    ])
  func replies(text: String, expected: [ReplyReader.Progress]) { #expect(read(text) == expected) }

  @Test("a line without end is no SMTP")
  func endless() {
    var reader = ReplyReader()
    reader.feed(Array(repeating: UInt8(ascii: "2"), count: 5000))
    guard case .foreign = reader.next() else {
      Issue.record("read on")
      return
    }
  }

  @Test("what a terminal would obey is replaced")
  func harmless() {
    var reader = ReplyReader()
    reader.feed(Array("220 \u{1b}[31mred\u{202e}\r\n".utf8))
    #expect(reader.next() == .reply(SMTPReply(code: 220, lines: ["·[31mred·"])))
  }

  @Test(
    "enhanced status codes",
    arguments: [
      ("5.7.1 Access denied", "5.7.1", "Access denied"), ("Access 5.7.1 denied", nil, "Access 5.7.1 denied"),
      ("3.0.0 x", nil, "3.0.0 x"), ("5.7.1", "5.7.1", ""), ("5.7.1000 x", nil, "5.7.1000 x"),
    ])
  func enhanced(line: String, code: String?, words: String) {
    let reply = SMTPReply(code: 550, lines: [line])
    #expect(reply.enhancedCode == code)
    #expect(reply.words == words)
  }

  @Test(
    "AUTH as it is offered",
    arguments: [
      (["AUTH PLAIN LOGIN"], ["PLAIN", "LOGIN"], false), (["auth plain", "AUTH=LOGIN"], ["PLAIN", "LOGIN"], false),
      (["AUTH=PLAIN LOGIN"], ["PLAIN", "LOGIN"], true), (["SIZE 1", "AUTHX"], [], false), (["AUTH"], [], false),
    ])
  func auth(lines: [String], mechanisms: [String], isOldStyle: Bool) {
    let offer = AuthOffer(lines)
    #expect(offer.mechanisms == mechanisms)
    #expect(offer.isOldStyleOnly == isOldStyle)
  }

  @Test(
    "ports",
    arguments: [
      ("587", "587 starttls"), ("465", "465 tls"), ("25", "25 plain"), ("2587:starttls", "2587 starttls"),
      ("25:starttls", "25 starttls"), ("0", nil), ("65536", nil), ("587:ssl", nil), ("", nil), ("587:", nil),
    ])
  func ports(text: String, expected: String?) {
    #expect(ProbePort(text).map { "\($0.number) \($0.mode.rawValue)" } == expected)
  }
}
