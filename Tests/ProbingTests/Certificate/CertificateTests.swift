import Foundation
import MailModel
import Probing
import Testing

@Suite("Certificates")
struct CertificateTests {
  @Test("says what openssl x509 -text says")
  func facts() throws {
    let facts = try #require(CertificateFacts(pem: SampleCertificate.pem))
    #expect(facts.subject == "C=BR, O=Example Ltda, CN=mail.example.com")
    #expect(facts.issuer == facts.subject)
    #expect(facts.names == ["mail.example.com", "*.example.com", "192.0.2.1", "2001:db8::1"])
    #expect("\(facts.notBefore)" == SampleCertificate.notBefore)
    #expect("\(facts.notAfter)" == SampleCertificate.notAfter)
    #expect(facts.key == "EC P-256")
    #expect(!facts.hasWeakSignature)
    #expect(facts.namesIssuerAddress)
  }

  @Test("names of services are told apart from names of hosts and of people")
  func services() throws {
    let facts = try #require(CertificateFacts(pem: SampleServiceCertificate.pem))
    #expect(facts.names == ["mail.example.com"])
    #expect(facts.serviceNames == ["_submission.example.com", "_submissions.example.com"])
    #expect(try #require(CertificateFacts(pem: SampleCertificate.pem)).serviceNames.isEmpty)
  }

  @Test("a certificate cut or changed anywhere is read as nothing or as something, and never ends the program")
  func broken() throws {
    let body = SampleCertificate.pem.split(separator: "\n").filter { !$0.hasPrefix("-") }.joined()
    let der = Array(try #require(Data(base64Encoded: body)))
    for length in der.indices { #expect(CertificateFacts(der: Array(der[..<length])) == nil) }
    for index in der.indices {
      for value: UInt8 in [0x00, 0x80, 0x84, 0xff] {
        var changed = der
        changed[index] = value
        _ = CertificateFacts(der: changed)
      }
    }
  }

  @Test(
    "names",
    arguments: [
      ("mail.example.com", "mail.example.com", true), ("MAIL.example.com.", "mail.Example.com", true),
      ("mail.example.com", "*.example.com", true), ("a.mail.example.com", "*.example.com", false),
      ("example.com", "*.example.com", false), ("mail.example.com", "m*.example.com", false),
      ("mail.example.com", "mail.*.com", false), ("example.com", "*.com", false), ("com", "*", false),
      ("mail.example.com", "example.com", false), ("192.0.2.1", "192.0.2.1", true), ("192.0.2.1", "*.0.2.1", false),
      ("2001:db8::1", "2001:0db8::0001", true), ("192.0.2.1", "192.0.2.2", false),
      (".example.com", "*.example.com", false),
    ])
  func names(host: String, name: String, matches: Bool) { #expect(CertificateName.matches(host, [name]) == matches) }

  @Test(
    "trust",
    arguments: [
      // chain as subject<issuer, the code of OpenSSL, days from now to first and last day, the judgement
      (["mail<Middle", "Middle<Root"], 0, -1, 30, CertificateTrust.valid),
      (["mail<Middle", "Middle<Root"], 20, -1, 30, .untrusted),
      (["mail<Middle", "Middle<Root", "Root<Root"], 19, -1, 30, .untrusted),
      (["mail<Middle"], 20, -1, 30, .incomplete), (["mail<Middle"], 21, -1, 30, .incomplete),
      (["mail<Middle", "Other<Root"], 20, -1, 30, .incomplete), (["mail<Private Root"], 20, -1, 30, .untrusted),
      (["mail<mail"], 18, -1, 30, .selfSigned), (["mail<mail"], 20, -1, 30, .selfSigned),
      (["mail<Middle", "Middle<Root"], 10, -30, -1, .expired), (["mail<mail"], 18, -30, -1, .expired),
      (["mail<Middle", "Middle<Root"], 10, -1, 30, .expired), (["mail<Middle"], 9, 1, 30, .notYetValid),
      (["mail<Middle", "Middle<Root"], 66, -1, 30, .untrusted),
    ])
  func trust(chain: [String], code: Int, from: Int, to: Int, expected: CertificateTrust) throws {
    let now = Timestamp(seconds: 1_795_600_000)
    let facts = try chain.map { text in
      var facts = try #require(CertificateFacts(pem: SampleCertificate.pem))
      let names = text.split(separator: "<").map(String.init)
      (facts.subject, facts.issuer, facts.namesIssuerAddress) = (names[0], names[1], false)
      facts.notBefore = Timestamp(seconds: now.seconds + Int64(from) * 86_400)
      facts.notAfter = Timestamp(seconds: now.seconds + Int64(to) * 86_400)
      return facts
    }
    #expect(TrustJudge(chain: facts, verifyCode: code, now: now)?.trust == expected)
  }

  @Test(
    "a refusal of OpenSSL has a cause that can be mended",
    arguments: [(66, "RSA of 2048 bits"), (68, "SHA-256"), (26, "for servers"), (99, "verify code 99")])
  func cause(code: Int, words: String) throws {
    var facts = try #require(CertificateFacts(pem: SampleCertificate.pem))
    facts.issuer = "Middle"
    let now = Timestamp(seconds: facts.notBefore.seconds + 86_400)
    let judge = try #require(TrustJudge(chain: [facts], verifyCode: code, now: now))
    #expect(judge.trust == .untrusted && judge.detail.contains(words), "\(judge.detail)")
  }
}
