import Foundation
import MailModel
import Testing

@testable import Analysis

@Suite("Port evidence")
struct PortEvidenceRuleTests {
  @Test("Each rule tells its own examples", arguments: PortEvidenceRules.all.indices)
  func examples(index: Int) {
    let rule = PortEvidenceRules.all[index]
    #expect(rule.examples.contains { $0.port != nil } && rule.examples.contains { $0.port == nil })
    for example in rule.examples {
      #expect(rule.port(example.facts, example.context) == example.port, "\(rule): \(example.facts)")
    }
  }

  @Test("Every rule file of the folder is in the registry, and the other way round")
  func registry() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Sources/Analysis/PortEvidence").standardizedFileURL.path
    let files = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix("Port.swift") }
    #expect(files.sorted() == PortEvidenceRules.all.map { "\($0).swift" }.sorted())
    #expect(Set(PortEvidenceRules.all.map { $0.evidence }).count == PortEvidenceRules.all.count)
  }

  @Test("Every kind of evidence but three has a rule")
  func kinds() {
    // `besideLabelled` is judged when everything was read, and `none` is what remains.
    let ruled = Set(PortEvidenceRules.all.map { $0.evidence })
    #expect(Set(PortEvidence.allCases).subtracting(ruled) == [.besideLabelled, .connectionLog, .none])
  }

  @Test(
    "A service goes by any of its names",
    arguments: [("submission", 587), ("submissions", 465), ("smtps", 465), ("ssmtp", 465), ("urd", 465)])
  func names(service: String, port: UInt16) {
    #expect(AnvilPort.port(ofService: service) == port)
    #expect(ServiceLabelPort.port(of: "postfix/" + service, PortPolicy()) == port)
  }

  @Test(
    "A service behind a proxy does not tell which port its clients use",
    arguments: [
      ("127.0.0.1:10587", "198.51.100.7", "", nil), ("[::1]:10587", "2001:db8::7", "", nil),
      ("localhost:10587", "198.51.100.7", "", nil), ("127.0.0.1:587", "198.51.100.7", "", 587),
      ("127.0.0.1:10025", "127.0.0.1", "", 10025), ("192.0.2.1:2525", "198.51.100.7", "", 2525),
      ("10587", "198.51.100.7", "", 10587), ("10587", "198.51.100.7", "haproxy", nil),
      ("587", "198.51.100.7", "haproxy", 587),
    ] as [(String, String, String, UInt16?)])
  func proxied(service: String, client: String, proxy: String, port: UInt16?) {
    let listed = ListenerService(
      port: Int(service.split(separator: ":").last ?? "") ?? 0, syslogName: "postfix", implicitTLS: nil,
      allowsAuth: nil,
      name: service, options: ["smtpd_upstream_proxy_protocol": proxy])
    #expect(AnvilPort.port(ofService: service, of: IPAddress(client), proxy.isEmpty ? [] : [listed]) == port)
  }

  @Test("The log's own word is stronger than what the administrator says, and that than what is concluded")
  func order() throws {
    let listener = try #require(IPAddress("192.0.2.2"))
    let context = PortContext(portOfAddress: [listener: 366])
    var facts = SessionPortFacts(
      loggedPort: 1, gatePort: 2, anvilPort: 3, pathPort: 4, label: "postfix", listener: listener, usesTLS: true,
      hasCounters: true)
    #expect(PortEvidenceRules.claim(facts, context) == (1, .logged))
    facts.loggedPort = 0
    #expect(PortEvidenceRules.claim(facts, context) == (2, .postscreen))
    facts.gatePort = 0
    #expect(PortEvidenceRules.claim(facts, context) == (4, .path))
    facts.pathPort = 0
    #expect(PortEvidenceRules.claim(facts, context) == (366, .listenerAddress))
    facts.listener = nil
    #expect(PortEvidenceRules.claim(facts, context) == (465, .implicitTLS))
    facts.usesTLS = false
    #expect(PortEvidenceRules.claim(facts, context) == (3, .anvil))
    facts.anvilPort = 0
    #expect(PortEvidenceRules.claim(facts, context) == (0, .none))
    facts.label = "postfix/submission"
    #expect(PortEvidenceRules.claim(facts, context) == (587, .serviceLabel))
  }

  @Test("A label goes to the port that the list of services or a calibration knows it on")
  func labelElsewhere() {
    func service(_ port: Int) -> ListenerService {
      ListenerService(
        port: port, syslogName: "postfix/submission", implicitTLS: false, allowsAuth: true, name: "\(port)")
    }
    let facts = SessionPortFacts(label: "postfix/submission", usesTLS: true, usedStarttls: true, sawLogin: true)
    #expect(PortEvidenceRules.claim(facts, PortContext(services: [service(2525)])) == (2525, .services))
    #expect(PortEvidenceRules.claim(facts, PortContext(services: [service(587), service(2525)])) == (0, .none))
    #expect(PortEvidenceRules.claim(facts, PortContext(services: [service(587)])) == (587, .serviceLabel))
    var context = PortContext()
    context.calibratedLabels["postfix/submission"] = 588
    #expect(PortEvidenceRules.claim(facts, context) == (588, .calibrated))
  }

  /// Sessions of a server, one login each: the server, the label of its service, and whether TLS is logged.
  private func report(_ sessions: [(server: UInt64, label: String)], logsTLS: Bool = false) -> ReportModel {
    var assembler = SessionAssembler(context: AnalysisContext(zone: ZoneRules(fixedOffset: 0), seed: 1))
    assembler.begin(
      SourceTraits(source: 0, piece: 0, format: 1, rsetEndsLogin: false, keysNameServer: true),
      continuing: OpenSessions())
    for (number, session) in sessions.enumerated() {
      let text = "192.0.2.11 \(session.label) user\(number)@example.com PLAIN"
      let parts = text.split(separator: " ").map { part in
        ByteRange(part.startIndex.utf16Offset(in: text), part.endIndex.utf16Offset(in: text))
      }
      var event = LogEvent()
      event.key = SessionKey(high: session.server, low: 0, lane: UInt64(number))
      event.time = LogTime(local: 1_000_000)
      event.kind = .connected
      event.first = parts[0]
      event.service = parts[1]
      assembler.apply(event, Array(text.utf8).span, number: 1)
      // The first session shows TLS.
      let showsTLS = logsTLS && number == 0
      if showsTLS {
        event.kind = .tlsEstablished
        assembler.apply(event, Array(text.utf8).span, number: 2)
      }
      event.kind = .messageStarted
      event.second = parts[2]
      event.third = parts[3]
      assembler.apply(event, Array(text.utf8).span, number: 2)
      event.kind = .disconnected
      event.counters.present = true
      event.counters.starttls = showsTLS ? 1 : 0
      event.counters.dataAccepted = 1
      assembler.apply(event, Array(text.utf8).span, number: 3)
    }
    assembler.finishAll(assembler.settle(assembler.end(), after: OpenSessions()))
    var builder = ReportBuilder(
      tally: assembler.takeTally(),
      input: ReportInput(
        formats: ["icewarp", "postfix"], remedies: ["postfix": [.postfixTLSLogLevel]],
        generator: Generator(version: "0"), generatedAt: Timestamp(seconds: 0)))
    return builder.build()
  }

  private func ports(_ sessions: [(server: UInt64, label: String)]) -> [String] {
    report(sessions).users.sorted { $0.identity < $1.identity }.map { $0.ports.keys.joined() }
  }

  @Test("A plain service is port 25 beside a labelled submission service of the same server, whenever that comes")
  func besideLabelled() {
    #expect(ports([(1, "postfix"), (1, "postfix/submission")]) == ["25", "587"])
    #expect(ports([(1, "postfix/smtps"), (1, "postfix")]) == ["465", "25"])
    #expect(ports([(1, "postfix")]) == ["unknown"])
    #expect(ports([(1, "postfix"), (2, "postfix/submission")]) == ["unknown", "587"])
    #expect(ports([(1, "postfix"), (1, "postfix/smtp-25")]) == ["unknown", "25"])
    #expect(ports([(1, "postfix/other"), (1, "postfix/submission")]) == ["unknown", "587"])
  }

  @Test("A name that is neither plain nor a service's is unknown; other instances of a host are servers of their own")
  func instances() {
    #expect(ports([(1, "postfix"), (1, "postfix-sub"), (1, "postfix-submission")]) == ["25", "unknown", "587"])
    #expect(ports([(1, "zimbra-mta"), (1, "zimbra-mta/submission")]) == ["25", "587"])
    #expect(ports([(1, "postfix"), (1, "postfix-out/submission"), (1, "postfix-out")]) == ["unknown", "587", "25"])
  }

  @Test("A log level that is set already is no advice that would tell anything")
  func adviceOnTLS() {
    func settles(_ report: ReportModel) -> Int? { report.portAdvice.first?.settles?["postfixTLSLogLevel"] }
    let sessions: [(server: UInt64, label: String)] = [(1, "postfix"), (1, "postfix")]
    #expect(settles(report(sessions)) == 2)
    #expect(settles(report(sessions, logsTLS: true)) == 0)
  }
}
