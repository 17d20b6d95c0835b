import MailModel
import Testing

@testable import Analysis

/// This server's own words for "not on this port".
@Suite struct RefusalSignaturesTests {
  private static func signature(_ without: String?, _ with: (Int, String)?, port: Int = 25) -> PortSignature {
    PortSignature(
      host: "mail.example.com", port: port, takenAt: Timestamp(seconds: 1),
      withoutLogin: without.map { SignatureReply(command: "RCPT", code: 554, enhancedCode: "5.7.1", text: $0) },
      withLogin: with.map { SignatureReply(command: "RCPT", code: $0.0, enhancedCode: "5.7.1", text: $0.1) })
  }

  private static func reply(_ code: UInt16, _ line: String) -> ReplyText {
    ReplyText(key: ReplyText.key(code: code, text: Array(line.utf8)))
  }

  private static let before = signature("<eva@example.net>: Relay access denied", (250, "Ok"))

  @Test("the words said to a login after the switch are its words, whatever address stands in them")
  func words() {
    let after = Self.signature(
      "<eva@example.net>: Relay access denied", (550, "<ana@example.com>: Use port 587, please"))
    let signatures = RefusalSignatures([Self.before, after])
    #expect(signatures.ports(of: Self.reply(550, "550 5.7.1 <ben@example.com>: Use port 587, please")) == [25])
    #expect(signatures.ports(of: Self.reply(550, "5.7.1 Use port 587, please")) == [25])
    #expect(signatures.ports(of: Self.reply(550, "5.7.1 Use port 465, please")).isEmpty)
    #expect(signatures.ports(of: Self.reply(554, "5.7.1 Use port 587, please")).isEmpty)
    // What is said on both sides of the switch is no sign of it.
    #expect(signatures.ports(of: Self.reply(554, "5.7.1 <x@example.org>: Relay access denied")).isEmpty)
  }

  @Test("what is said without login counts where it was another before")
  func change() {
    let after = Self.signature("<ana@example.com>: Sender address rejected: go away", (550, "No"))
    let reply = Self.reply(554, "5.7.1 <ben@example.com>: Sender address rejected: go away")
    #expect(RefusalSignatures([Self.before, after]).ports(of: reply) == [25])
    #expect(RefusalSignatures([after]).ports(of: reply).isEmpty)
    #expect(RefusalSignatures([Self.before]).ports(of: reply).isEmpty)
  }

  @Test("it counts on the port where it was heard, and where no port is known")
  func port() {
    #expect(RefusalSignatures.isHeard(on: 25, [25]) && RefusalSignatures.isHeard(on: nil, [25]))
    #expect(!RefusalSignatures.isHeard(on: 587, [25]) && !RefusalSignatures.isHeard(on: nil, []))
  }

  @Test("the session decides, not the text alone")
  func session() {
    let judge = RefusalJudge(policy: PortPolicy())
    func refusalClass(
      login: String? = nil, sender: String?, isLocal: Bool, port: Int? = 25, isSignature: Bool = true
    ) -> RefusalClass {
      judge.refusalClass(
        RefusalCircumstances(
          code: 550, meaning: .other, isLoggedIn: login != nil, answersAuth: false, login: login, sender: sender,
          senderIsLocal: isLocal, senderIsKnownThere: false, port: port, isSignature: isSignature))
    }
    let ana = "ana@example.com"
    #expect(refusalClass(sender: ana, isLocal: true) == .submissionRequired)
    #expect(refusalClass(sender: ana, isLocal: true, port: nil) == .submissionRequired)
    #expect(refusalClass(login: ana, sender: ana, isLocal: true) == .submissionRequired)
    #expect(refusalClass(sender: ana, isLocal: true, isSignature: false) == .other)
    #expect(refusalClass(sender: "eva@example.net", isLocal: false) == .other)
    #expect(refusalClass(login: ana, sender: "ben@example.com", isLocal: true) == .other)
    #expect(refusalClass(sender: ana, isLocal: true, port: 587) == .other)
  }
}
