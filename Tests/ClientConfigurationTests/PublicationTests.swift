import MailModel
import Testing
import Transport

@testable import ClientConfiguration

@Suite("Client configuration: what is published")
struct PublicationTests {
  private static let now = Timestamp(seconds: 1_773_619_200)

  private static func smtp(_ port: Int, _ security: MailServiceSecurity, host: String = "mail.example.com")
    -> MailService
  {
    MailService(.smtp, host: host, port: port, security: security)
  }

  private static func place(_ source: PublicationSource, _ services: [MailService]) -> Publication {
    Publication(source: source, place: source.rawValue, services: services)
  }

  private static func codes(_ published: [Publication], probe: ProbeResult? = nil) -> [PublicationFindingCode] {
    PublicationJudge(domain: "example.com", description: nil, probe: probe).report(published, now: now).findings.map(
      \.code)
  }

  struct Row: CustomTestStringConvertible {
    let name: String
    let published: [Publication]
    let codes: [PublicationFindingCode]
    var testDescription: String { name }
  }

  @Test(
    "Each fault is named",
    arguments: [
      Row(
        name: "all agree",
        published: [
          place(.autoconfig, [smtp(465, .tls), smtp(587, .starttls)]), place(.autodiscover, [smtp(465, .tls)]),
          place(.srv, [smtp(465, .tls), smtp(587, .starttls)]),
        ], codes: []),
      Row(
        name: "Outlook is told STARTTLS beside 465, as Stalwart once did",
        published: [place(.autodiscover, [smtp(465, .starttls)])], codes: [.encryptionOfPort]),
      Row(
        name: "587 with STARTTLS here, 465 with TLS there, as NethServer once did",
        published: [place(.autoconfig, [smtp(587, .starttls)]), place(.autodiscover, [smtp(465, .tls)])],
        codes: [.contradiction]),
      Row(name: "new accounts get 25", published: [place(.autodiscover, [smtp(25, .unsaid)])], codes: [.legacyPort]),
      Row(
        name: "without TLS", published: [place(.autoconfig, [smtp(587, .plain)])], codes: [.withoutTLS]),
      Row(
        name: "TLS beside 587", published: [place(.autoconfig, [smtp(587, .tls)])], codes: [.encryptionOfPort]),
      Row(name: "nothing", published: [place(.srv, [])], codes: [.nothingPublished]),
      Row(
        name: "another host",
        published: [place(.autoconfig, [smtp(465, .tls)]), place(.srv, [smtp(465, .tls, host: "old.example.com")])],
        codes: [.contradiction]),
    ])
  func faults(_ row: Row) {
    #expect(PublicationTests.codes(row.published) == row.codes)
  }

  private static func target(
    _ port: Int, _ mode: ProbeMode, _ reachability: Reachability = .open, starttls: Bool = true, matches: Bool = true
  ) -> ProbedTarget {
    ProbedTarget(
      host: "mail.example.com", address: "192.0.2.1", port: port, mode: mode, reachability: reachability,
      connectMilliseconds: nil, greeting: nil,
      capabilities: ProbedCapabilities(beforeTLS: starttls ? ["STARTTLS"] : []),
      tls: ProbedTLS(
        version: "TLSv1.3", cipher: nil,
        certificate: ProbedCertificate(
          subject: "CN=x", issuer: "CN=y", names: ["other.example.com"], notBefore: now, notAfter: now, trust: .valid,
          nameMatches: matches)), checks: [])
  }

  @Test(
    "A probe shows what is published and not so",
    arguments: [
      (target(587, .starttls), [PublicationFindingCode]()), (target(587, .starttls, .refused), [.unlikeProbe]),
      (target(587, .starttls, starttls: false), [.unlikeProbe]), (target(587, .tls), [.unlikeProbe]),
      (target(587, .starttls, matches: false), [.certificateName]), (target(465, .tls), [.notProbed]),
    ])
  func probed(_ target: ProbedTarget, _ codes: [PublicationFindingCode]) {
    let published = [PublicationTests.place(.autoconfig, [PublicationTests.smtp(587, .starttls)])]
    let probe = ProbeResult(generatedAt: PublicationTests.now, targets: [target])
    #expect(PublicationTests.codes(published, probe: probe) == codes)
  }

  @Test(
    "Documents of others are read; what is none is refused",
    arguments: [
      (
        "<clientConfig version='1.1'><emailProvider id='x'><outgoingServer type='smtp'><hostname>smtp.%EMAILDOMAIN%</hostname><port>587</port><socketType>STARTTLS</socketType></outgoingServer></emailProvider></clientConfig>",
        ["smtp.example.com:587 starttls"]
      ),
      (
        "<clientConfig><emailProvider><outgoingServer type='smtp'><hostname>A.Example.COM.</hostname><port>x</port></outgoingServer></emailProvider></clientConfig>",
        []
      ),
      ("<html><body>not here</body></html>", nil), ("<clientConfig>", nil), ("", nil),
      (String(repeating: "<a>", count: 500), nil),
      (
        "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><clientConfig><emailProvider><outgoingServer type='smtp'><hostname>&e;</hostname><port>25</port></outgoingServer></emailProvider></clientConfig>",
        []
      ),
    ] as [(String, [String]?)])
  func autoconfig(_ text: String, _ services: [String]?) {
    let found = AutoconfigReader.services(Array(text.utf8), domain: "example.com")
    if text.contains("ENTITY") {
      // Whether the parser leaves the entity out or refuses the document, the file is not read.
      #expect(found?.services.isEmpty ?? true)
    } else {
      #expect(found?.services.map(\.description) == services)
    }
  }

  @Test(
    "Autodiscover's two ways to say encryption",
    arguments: [
      ("<Port>465</Port><SSL>on</SSL><Encryption>TLS</Encryption>", "starttls"),
      ("<Port>465</Port><SSL>on</SSL>", "tls"), ("<Port>587</Port><SSL>on</SSL>", "starttls"),
      ("<Port>25</Port><SSL>off</SSL>", "plain"), ("<Port>587</Port>", "unsaid"),
      ("<Port>587</Port><SSL>off</SSL><Encryption>Auto</Encryption>", "unsaid"),
    ])
  func autodiscover(_ parts: String, _ security: String) throws {
    let text = """
      <Autodiscover xmlns="http://schemas.microsoft.com/exchange/autodiscover/responseschema/2006"><Response>
      <Account><Protocol><Type>SMTP</Type><Server>mail.example.com</Server>\(parts)</Protocol></Account></Response></Autodiscover>
      """
    let found = try #require(AutodiscoverReader.services(Array(text.utf8), domain: "example.com"))
    #expect(found.services.map(\.security.rawValue) == [security])
  }

  @Test("Every place is asked once, and silence is not taken for nothing")
  func check() throws {
    let file = AutoconfigDocument().text(SampleDescription.everybody)
    let sources = PublicationSources(
      fetch: { request in
        if request.url.hasPrefix("https://autoconfig.") {
          return .success(WebAnswer(status: 200, url: request.url, body: Array(file.utf8)))
        }
        if request.url.contains("autodiscover.example.com") { return .failure(.timedOut) }
        if request.body != nil { return .success(WebAnswer(status: 401, url: request.url, body: [])) }
        return .success(WebAnswer(status: 404, url: request.url, body: []))
      },
      records: { name in
        switch name {
        case "_submissions._tcp.example.com":
          .success([ServiceRecord(priority: 0, weight: 1, port: 465, target: "mail.example.com")])
        case "_submission._tcp.example.com": .success([ServiceRecord(priority: 0, weight: 0, port: 0, target: ".")])
        case "_autodiscover._tcp.example.com":
          .success([ServiceRecord(priority: 0, weight: 0, port: 8443, target: "auto.example.net")])
        default: .success([])
        }
      })
    let published = PublicationCheck(
      domain: "example.com", address: "ana+x@example.com", caFile: nil, routes: [], seconds: 1, sources: sources
    ).run()
    #expect(
      published.map(\.place) == [
        "https://autoconfig.example.com/mail/config-v1.1.xml?emailaddress=ana%2Bx@example.com",
        "https://example.com/.well-known/autoconfig/mail/config-v1.1.xml",
        "https://autodiscover.example.com/autodiscover/autodiscover.xml",
        "https://example.com/autodiscover/autodiscover.xml",
        "https://auto.example.net:8443/autodiscover/autodiscover.xml", "SRV records of example.com",
      ])
    #expect(published.map(\.services.count) == [4, 0, 0, 0, 0, 1])
    #expect(published.map(\.isUnknown) == [false, false, true, false, false, false])
    #expect(published[3].problem?.contains("login") == true)
    let report = PublicationJudge(domain: "example.com", description: nil, probe: nil).report(
      published, now: PublicationTests.now)
    #expect(report.findings.isEmpty)
    #expect(report.isUnfinished)
  }

  @Test("Findings are told in the language that is asked for, and no text is left in English")
  func languages() {
    let published = [
      PublicationTests.place(
        .autoconfig, [PublicationTests.smtp(25, .plain), PublicationTests.smtp(465, .starttls)]),
      PublicationTests.place(.autodiscover, [PublicationTests.smtp(587, .tls), PublicationTests.smtp(465, .starttls)]),
    ]
    func texts(_ language: Language) -> [String] {
      PublicationJudge(domain: "example.com", description: nil, probe: nil, language: language).report(
        published, now: PublicationTests.now
      ).findings.flatMap { [$0.detail, $0.remedy] }
    }
    let all = Language.allCases.map { texts($0) }
    #expect(all.allSatisfy { $0.count == all[0].count && $0.count > 10 })
    for index in all[0].indices { #expect(Set(all.map { $0[index] }).count == Language.allCases.count) }
  }
}
