import MailModel
import Testing

@testable import PostfixAdmin

@Suite("Postfix settings")
struct PostfixSettingsTests {
  @Test("postconf -n, with CRLF, a byte order mark, comments, continuation lines, and secrets that are not kept")
  func reading() {
    let text =
      "\u{feff}smtpd_tls_auth_only = yes\r\n# comment\r\nmynetworks = 127.0.0.0/8\r\n  192.0.2.0/24\r\n"
      + "smtp_sasl_password_maps = static:relay:kanarienvogel\r\nnonsense\r\nmua_client_restrictions=permit, reject\r\n"
    let settings = PostfixSettings.parse(Array(text.utf8))
    #expect(settings.value("smtpd_tls_auth_only") == "yes")
    #expect(settings.value("mynetworks") == "127.0.0.0/8 192.0.2.0/24")
    #expect(settings.value("mua_client_restrictions") == "permit, reject")
    #expect(settings.value("smtpd_sasl_auth_enable") == nil)
    #expect(settings.count == 3)
    #expect(settings.others == 1)
    #expect(settings.unrecognised == 1)
    #expect(!"\(settings)".contains("kanarienvogel"))
  }

  @Test("a value is the service's own, then main.cf's, then Postfix's; names in it are put in")
  func values() throws {
    var evidence = PostfixEvidence()
    evidence.settings = PostfixSettings.parse(
      Array("mua_client_restrictions = permit_sasl_authenticated, reject\nsmtpd_sasl_auth_enable = yes\n".utf8))
    let service = ListenerService(
      port: 587, syslogName: "postfix", implicitTLS: nil, allowsAuth: nil, name: "submission",
      options: ["smtpd_client_restrictions": "$mua_client_restrictions", "smtpd_sasl_auth_enable": "no"])
    #expect(
      try evidence.words("smtpd_client_restrictions", of: service) == ["permit_sasl_authenticated", "reject"])
    #expect(try evidence.value("smtpd_sasl_auth_enable", of: service) == "no")
    #expect(try evidence.value("smtpd_sasl_auth_enable") == "yes")
    #expect(try evidence.value("smtpd_tls_auth_only") == "no")
    #expect(try evidence.value("smtpd_sasl_tls_security_options") == "noanonymous")
    #expect(evidence.known("mynetworks") == nil)
    #expect(PostfixEvidence.words("check_client_access { inline:{ a=b, c=d } }, reject").count == 3)
  }

  @Test("values that name themselves or one another again and again come to an end")
  func circles() throws {
    var evidence = PostfixEvidence()
    let many = String(repeating: "$relay_domains ", count: 40)
    let text = "mynetworks = $mynetworks 192.0.2.1\nmydestination = \(many)\nrelay_domains = \(many)$mydestination\n"
    evidence.settings = PostfixSettings.parse(Array(text.utf8))
    #expect(try evidence.value("mynetworks") == "$mynetworks 192.0.2.1")
    let service = ListenerService(
      port: 587, syslogName: "postfix", implicitTLS: nil, allowsAuth: nil, name: "submission",
      options: [
        "mynetworks": String(repeating: "$mynetworks ", count: 400), "myorigin": "$", "mydomain": "${mynetworks",
      ])
    #expect(try evidence.value("mynetworks", of: service).utf8.count < 100_000)
    #expect(try evidence.value("myorigin", of: service) == "$")
    #expect(try evidence.value("mydomain", of: service) == "$mynetworks 192.0.2.1")
  }
}
