import Testing

@testable import Analysis

@Suite("Refusals without what is the client's own")
struct ReplyTextTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let raw: String
    let key: String
    init(_ raw: String, _ key: String) {
      self.raw = raw
      self.key = key
    }
    var testDescription: String { raw }
  }

  @Test(
    "The key holds the server's words alone",
    arguments: [
      Row("5.7.1 Permission denied", "5.7.1 Permission denied"),
      Row("5.7.1 <ana@example.com>... we do not relay", "5.7.1 <…>... we do not relay"),
      Row("550 5.7.1 <ana@example.com>... we do not relay\r", "5.7.1 <…>... we do not relay"),
      Row("550-5.7.1 first line", "5.7.1 first line"),
      Row(
        "5.7.1 <a@example.net>: Relay access denied; from=<b@example.com> to=<a@example.net> proto=ESMTP helo=<pc>",
        "5.7.1 <…>: Relay access denied"),
      Row(
        "4.7.25 Client host rejected: cannot find your hostname, [192.0.2.246]",
        "4.7.25 Client host rejected: cannot find your hostname, […]"),
      Row("5.7.1 <unknown[192.0.2.15]>: Client host rejected", "5.7.1 <…>: Client host rejected"),
      Row("No such user ana@example.com.", "No such user …."),
      Row("Relay attempt from 192.0.2.9, 2001:db8::5", "Relay attempt from …, …"),
      Row("blocked using rbl.example.com; see http://example.com/q?ip=192.0.2.9", "blocked using …; see …?ip=…"),
      Row("Sorry (mail.example.com), go away", "Sorry (…), go away"),
      Row("Sender address rejected: not owned by user bob", "Sender address rejected: not owned by user …"),
      Row("not owned by user maria da silva", "not owned by user …"),
      Row("Message id YAR93710 refused", "Message id … refused"),
      Row("queued as 1CAA566A088", "queued as …"),
      Row("Exim id 1xVWxA-0001rY-0Q", "Exim id …"),
      Row("id 202001172348481734 twice", "id … twice"),
      Row("Greylisted, try again in 300 seconds", "Greylisted, try again in … seconds"),
      Row("Greylisted, try again in 00:04:55", "Greylisted, try again in …"),
      Row("try again in 300s", "try again in …"),
      Row("8BITMIME with RFC 5321 and RFC2821", "8BITMIME with RFC 5321 and RFC2821"),
      Row("<open bracket ana@example.com", "<open bracket …"),
      Row("<\"a>b\"@example.com>... hidden", "<…>... hidden"),
      Row("two  \t blanks\u{1b}[31mred", "two blanks [31mred"),
      Row("autenticação necessária", "autenticação necessária"),
      Row("", ""),
    ])
  func key(row: Row) {
    let key = String(decoding: ReplyText.key(code: 550, text: Array(row.raw.utf8)), as: UTF8.self)
    #expect(key == (row.key.isEmpty ? "550" : "550 " + row.key))
  }

  @Test("Code, enhanced code and text come out of the key again")
  func reading() {
    let read = ReplyText(key: ReplyText.key(code: 550, text: Array("5.7.1 <a@example.com>... we do not relay".utf8)))
    #expect(read.code == 550)
    #expect(read.enhancedCode == "5.7.1")
    #expect(read.text == "we do not relay")
    #expect(read.meaning == .relayDenied)
  }

  @Test("An empty key stands for the replies that no longer fitted")
  func overflow() {
    let read = ReplyText(key: [])
    #expect(read.code == 0)
    #expect(read.text.isEmpty)
    #expect(read.meaning == .other)
  }

  @Test("Any bytes make a key of at most 160 bytes and a text without control characters")
  func anyBytes() {
    var state: UInt64 = 42
    func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 33
    }
    let likely = Array("<>[]@.:; \"\\\r\n\t0123456789abcXYZ…é".utf8)
    for _ in 0..<3000 {
      let bytes = (0..<Int(next() % 400)).map { _ in
        next() % 4 == 0 ? UInt8(truncatingIfNeeded: next()) : likely[Int(next() % UInt64(likely.count))]
      }
      let key = ReplyText.key(code: 554, text: bytes)
      #expect(key.count <= ReplyText.limit)
      let read = ReplyText(key: key)
      #expect(read.code == 554)
      #expect(!read.text.unicodeScalars.contains { $0.properties.generalCategory == .control })
    }
  }

  @Test("A long text is cut where a character begins")
  func long() {
    let key = ReplyText.key(code: 550, text: Array(String(repeating: "ção ", count: 100).utf8))
    #expect(key.count <= ReplyText.limit)
    #expect(String(validating: key, as: UTF8.self) != nil)
  }
}
