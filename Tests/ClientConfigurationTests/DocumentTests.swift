import Foundation
import MailModel
import Testing

@testable import ClientConfiguration

@Suite("Client configuration: documents")
struct DocumentTests {
  private static func text(_ document: any ConfigurationDocument, _ description: ClientDescription) -> String {
    document.text(description)
  }

  @Test("What autoconfig says is read back as it was meant, 465 first")
  func autoconfig() throws {
    let text = AutoconfigDocument().text(SampleDescription.everybody)
    let found = try #require(AutoconfigReader.services(Array(text.utf8), domain: "example.com"))
    #expect(found.problem == nil)
    #expect(found.services.filter { $0.proto == .smtp } == SampleDescription.everybody.services(.smtp))
    #expect(Set(found.services) == Set(SampleDescription.services))
    let root = try #require(MarkupElement.parse(Array(text.utf8)))
    #expect(root.all("displayName").first?.text == "Ana & Söhne <mail>")
    #expect(root.all("outgoingServer").map { $0.value("username") } == ["%EMAILADDRESS%", "%EMAILADDRESS%"])
    #expect(
      root.all("outgoingServer").map { $0.value("authentication") } == ["password-cleartext", "password-cleartext"])
  }

  @Test("Autodiscover has one account, one service of a kind, and the word that fits the port")
  func autodiscover() throws {
    let text = AutodiscoverDocument().text(SampleDescription.everybody)
    let root = try #require(MarkupElement.parse(Array(text.utf8)))
    #expect(root.all("Account").count == 1)
    #expect(root.all("Protocol").map { $0.value("Type") } == ["IMAP", "POP3", "SMTP"])
    let smtp = try #require(root.all("Protocol").last)
    #expect(smtp.value("Port") == "465")
    #expect(smtp.value("Encryption") == "SSL")
    #expect(smtp.value("AuthRequired") == "on")
    #expect(smtp.value("LoginName") == "%EMAILADDRESS%")
    var other = SampleDescription.everybody
    other.services = [MailService(.smtp, host: "mail.example.com", port: 587, security: .starttls)]
    other.address = "ana@example.com"
    other.loginName = .localPart
    let own = try #require(MarkupElement.parse(Array(AutodiscoverDocument().text(other).utf8)))
    #expect(own.all("Protocol").map { $0.value("Encryption") } == ["TLS"])
    #expect(own.all("Protocol").map { $0.value("LoginName") } == ["ana"])
    #expect(AutodiscoverDocument().fileName(other) == "autodiscover.xml")
    #expect(AutodiscoverDocument().fileName(SampleDescription.everybody) == "autodiscover.template.xml")
  }

  @Test("The Apple profile is a property list with the keys of com.apple.mail.managed")
  func profile() throws {
    var description = SampleDescription.everybody
    description.address = "ana@example.com"
    let data = Data(AppleProfile().text(description).utf8)
    let list = try #require(
      try unsafe PropertyListSerialization.propertyList(from: data, format: nil) as? [String: Any])
    #expect(list["PayloadType"] as? String == "Configuration")
    let payload = try #require((list["PayloadContent"] as? [[String: Any]])?.first)
    #expect(payload["PayloadType"] as? String == "com.apple.mail.managed")
    #expect(payload["EmailAddress"] as? String == "ana@example.com")
    #expect(payload["EmailAccountType"] as? String == "EmailTypeIMAP")
    #expect(payload["IncomingMailServerHostName"] as? String == "imap.example.com")
    #expect(payload["IncomingMailServerPortNumber"] as? Int == 993)
    #expect(payload["OutgoingMailServerHostName"] as? String == "mail.example.com")
    #expect(payload["OutgoingMailServerPortNumber"] as? Int == 465)
    #expect(payload["OutgoingMailServerUseSSL"] as? Bool == true)
    #expect(payload["OutgoingMailServerAuthentication"] as? String == "EmailAuthPassword")
    #expect(payload["OutgoingMailServerUsername"] as? String == "ana@example.com")
    #expect(payload["PayloadDisplayName"] as? String == "Ana & Söhne <mail>")
    let identifiers = [list["PayloadUUID"], payload["PayloadUUID"]].compactMap {
      ($0 as? String).flatMap { UUID(uuidString: $0) }
    }
    #expect(Set(identifiers).count == 2)
    #expect(AppleProfile().text(description) == AppleProfile().text(description))
  }

  @Test("Zone lines name every service, and say of the others that they are not offered")
  func zone() {
    #expect(
      ServiceZone().text(SampleDescription.everybody) == """
        _submissions._tcp.example.com. 3600 IN SRV 0 1 465 mail.example.com.
        _submission._tcp.example.com. 3600 IN SRV 10 1 587 mail.example.com.
        _imaps._tcp.example.com. 3600 IN SRV 0 1 993 imap.example.com.
        _imap._tcp.example.com. 3600 IN SRV 0 0 0 .
        _pop3s._tcp.example.com. 3600 IN SRV 0 1 995 imap.example.com.
        _pop3._tcp.example.com. 3600 IN SRV 0 0 0 .

        """)
  }

  @Test(
    "SmartDiscover gets the type of the preferred service",
    arguments: [(465, MailServiceSecurity.tls, 1), (587, .starttls, 3)])
  func smartDiscover(_ port: Int, _ security: MailServiceSecurity, _ type: Int) {
    var description = SampleDescription.everybody
    description.services = [MailService(.smtp, host: "mail.example.com", port: port, security: security)]
    let lines = SmartDiscoverSettings().text(description).split(separator: "\n")
    #expect(lines.contains("tool set system C_SmartDiscover_SMTPType \(type)"))
    #expect(lines.contains("tool set system C_SmartDiscover_SMTP mail.example.com"))
    // What is not documented stands last, and says so.
    let mark = lines.firstIndex { $0.hasPrefix(": by analogy") }
    #expect(lines.firstIndex { $0.hasPrefix("tool set domain") } == mark.map { $0 + 1 })
    #expect(mark.map { lines[$0...].dropFirst().allSatisfy { $0.hasPrefix("tool set domain") } } == true)
  }
}
