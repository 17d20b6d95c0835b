import Testing

@testable import Notices

@Suite("Bounces, reading")
struct DeliveryReportReaderTests {
  /// A notification as Postfix writes it; `fields` are those of the recipient.
  static func bounce(_ fields: String, id: String = "<abc.port587@example.com>") -> String {
    """
    From: MAILER-DAEMON@mail.example.com (Mail Delivery System)
    Subject: Undelivered Mail Returned to Sender
    Auto-Submitted: auto-replied
    MIME-Version: 1.0
    Content-Type: multipart/report; report-type=delivery-status;
    \tboundary="6C1A2.1795/mail.example.com"

    This is a MIME-encapsulated message.

    --6C1A2.1795/mail.example.com
    Content-Description: Notification
    Content-Type: text/plain; charset=us-ascii

    I'm sorry to have to inform you that your message could not be delivered.
    Action: failed

    --6C1A2.1795/mail.example.com
    Content-Description: Delivery report
    Content-Type: message/delivery-status

    Reporting-MTA: dns; mail.example.com
    X-Postfix-Queue-ID: 6C1A2
    Arrival-Date: Mon, 23 Nov 2026 17:00:00 +0000 (UTC)

    \(fields)

    --6C1A2.1795/mail.example.com
    Content-Description: Undelivered Message
    Content-Type: message/rfc822

    Subject: a setting
    Message-ID: \(id)

    Message-ID: <in-the-text@example.com>
    --6C1A2.1795/mail.example.com--

    """
  }

  static let failed = """
    Final-Recipient: rfc822; gone@example.com
    Original-Recipient: rfc822;gone@example.com
    Action: failed
    Status: 5.1.1
    Remote-MTA: dns; mx.example.net
    Diagnostic-Code: smtp; 550 5.1.1 <gone@example.com>: Recipient address
        rejected: User unknown
    """

  private static func read(_ text: String) -> [DeliveryReport]? { DeliveryReportReader.read(Array(text.utf8)) }

  @Test("a bounce, with either end of line")
  func bounce() throws {
    for text in [Self.bounce(Self.failed), Self.bounce(Self.failed).replacing("\n", with: "\r\n")] {
      let report = try #require(Self.read(text)?.first)
      #expect(report.messageID == "<abc.port587@example.com>")
      #expect(report.finalRecipient == "gone@example.com")
      #expect(report.originalRecipient == "gone@example.com")
      #expect(report.action == .failed)
      #expect(report.status == "5.1.1")
      #expect(report.isPermanent)
      #expect(report.summary == "5.1.1 550 5.1.1 <gone@example.com>: Recipient address rejected: User unknown")
    }
  }

  static let rows: [(fields: String, found: String)] = [
    ("Final-Recipient: rfc822; a@example.com\nAction: delayed\nStatus: 4.4.1", "a@example.com delayed 4.4.1"),
    ("final-recipient:RFC822;a@example.com\naction:FAILED\nstatus:5.0.0 (unknown)", "a@example.com failed 5.0.0"),
    ("Final-Recipient: a@example.com\nAction: relayed\nStatus: 2.0.0", "a@example.com relayed 2.0.0"),
    (
      "Final-Recipient: rfc822; a@example.com\nAction: failed\nStatus: 5.1.1\n\nFinal-Recipient: rfc822; b@example.com\n"
        + "Action: delayed\nStatus: 4.2.0", "a@example.com failed 5.1.1, b@example.com delayed 4.2.0"
    ),
    ("Final-Recipient: rfc822; a@example.com\nAction: exploded\nStatus: 5.1.1", "none"),
    ("Final-Recipient: rfc822; a@example.com\nAction: failed\nStatus: 9.1.1", "none"),
    ("Final-Recipient: rfc822; a@example.com\nAction: failed\nStatus: 5.1", "none"),
    ("Final-Recipient: rfc822; a@example.com\nStatus: 5.1.1", "none"),
    ("Action: failed\nStatus: 5.1.1", "- failed 5.1.1"),
  ]

  @Test("fields of a recipient", arguments: rows)
  func fields(_ fields: String, _ found: String) {
    let reports = Self.read(Self.bounce(fields)) ?? []
    let text = reports.map { "\($0.finalRecipient ?? "-") \($0.action.rawValue) \($0.status)" }
      .joined(separator: ", ")
    #expect((text.isEmpty ? "none" : text) == found)
  }

  @Test(
    "what is no notification",
    arguments: [
      "", "\n", "\r\n\r\n", "Subject: hello\n\nAction: failed\nStatus: 5.1.1\n", String(repeating: "x", count: 10_000),
      "Content-Type: multipart/report; report-type=delivery-status\n\n--\n",
      "Content-Type: multipart/report; report-type=delivery-status; boundary=\"\"\n\n--\n",
      "Content-Type: multipart/report; report-type=disposition-notification; boundary=b\n\n--b\n\n--b--\n",
      "Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b",
      "Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\nContent-Type: message/delivery-status",
      ": : :\nContent-Type\n :\n", "Content-Type: \"\\",
    ])
  func other(_ text: String) { #expect(Self.read(text) == nil) }

  @Test("every beginning of a bounce can be read, and is no more than the bounce")
  func cut() {
    let whole = Array(Self.bounce(Self.failed).utf8)
    for length in 0...whole.count {
      for report in DeliveryReportReader.read(whole[..<length]) ?? [] {
        #expect(report.status == "5.1.1")
        #expect([nil, "gone@example.com"].contains(report.finalRecipient))
      }
    }
  }

  @Test("a bounce with a million recipients, fields or parts is bounded")
  func bounded() {
    let many = String(repeating: Self.failed + "\n\n", count: 20_000)
    #expect(Self.read(Self.bounce(many))?.count == DeliveryReportReader.mostRecipients)
    let fields = String(repeating: "X-A: b\n", count: 100_000)
    #expect(Self.read(Self.bounce(fields + Self.failed)) == nil)
    let parts = String(repeating: "--6C1A2.1795/mail.example.com\n\n", count: 20_000)
    #expect(Self.read(Self.bounce(Self.failed) + parts)?.count == 1)
    #expect(Self.read(Self.bounce(String(repeating: " x\n", count: 200_000))) == nil)
  }

  @Test("an answer of the server with control characters is one harmless line")
  func hostile() throws {
    let fields =
      "Final-Recipient: rfc822; a@example.com\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; \u{1b}[2J\u{202e}x"
    let report = try #require(Self.read(Self.bounce(fields))?.first)
    #expect(report.summary.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x202e })
  }

  static let boxes: [(file: String, messages: [String])] = [
    ("", []), ("Subject: x\n\ntext\nFrom here\n", ["Subject: x\n\ntext\nFrom here\n"]),
    ("From a Mon\nSubject: x\n\ntext\n\nFrom b Mon\nSubject: y\n\n", ["Subject: x\n\ntext\n\n", "Subject: y\n\n"]),
    ("From a\r\nSubject: x\r\n\r\nt\r\n\r\nFrom b\r\nS: y", ["Subject: x\r\n\r\nt\r\n\r\n", "S: y"]),
    ("From a\nSubject: x\n\ntext\nFrom b is no new message\n", ["Subject: x\n\ntext\nFrom b is no new message\n"]),
    ("From ", []), ("From a\n", []), ("From a\n\nFrom b\n\nFrom c", ["\n", "\n"]),
  ]

  @Test("messages of a file", arguments: boxes)
  func messages(_ file: String, _ messages: [String]) {
    let bytes = Array(file.utf8)
    #expect(MailboxMessages.ranges(bytes.span).map { String(decoding: bytes[$0], as: UTF8.self) } == messages)
  }
}
