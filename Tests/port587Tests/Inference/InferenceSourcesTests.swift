import Analysis
import MailModel
import Testing

@testable import port587

/// What is known of a server, put together.
@Suite("Facts for likely ports")
struct InferenceSourcesTests {
  private static let now = Timestamp(seconds: 1_795_600_000)

  static func target(_ port: Int, _ mode: ProbeMode, clear: [String], behind: [String] = []) -> ProbedTarget {
    ProbedTarget(
      host: "mail.example.com", address: "192.0.2.1", port: port, mode: mode, reachability: .open,
      connectMilliseconds: 1, greeting: nil, capabilities: ProbedCapabilities(beforeTLS: clear, afterTLS: behind),
      tls: nil, checks: [])
  }

  /// AUTH in clear on 25 alone, 587 behind STARTTLS, 465.
  static let probe = ProbeResult(
    generatedAt: now,
    targets: [
      target(25, .starttls, clear: ["STARTTLS", "AUTH PLAIN LOGIN"], behind: ["AUTH PLAIN LOGIN"]),
      target(587, .starttls, clear: ["STARTTLS"], behind: ["AUTH PLAIN LOGIN"]),
      target(465, .tls, clear: [], behind: ["AUTH PLAIN LOGIN"]),
    ])

  static func preflight(_ ports: [PreflightPort]?, _ option: Bool?) -> PreflightReport {
    PreflightReport(
      generator: Generator(version: "0"), generatedAt: now, language: .english, product: .icewarp, productVersion: nil,
      phase: nil, phaseDetail: "", nextStep: "", findings: [], sources: [], ports: ports, submissionOption: option)
  }

  private static func facts(_ sources: InferenceSources) throws -> ServerFacts { try sources.facts(PortPolicy()) }

  @Test("what a probe or the settings call possible is possible")
  func union() throws {
    var sources = InferenceSources(probe: Self.probe)
    #expect(try Self.facts(sources).offers.map(\.authInClear) == [true, false, false])
    sources.preflight = Self.preflight(
      [
        PreflightPort(port: 25, authBehindStarttls: true, authInClear: nil, submission: false),
        PreflightPort(port: 587, authBehindStarttls: true, authInClear: true, submission: true),
        PreflightPort(port: 366, authBehindStarttls: true, authInClear: nil, submission: false),
      ], nil)
    let facts = try Self.facts(sources)
    #expect(facts.offers.map(\.port) == [25, 587, 465, 366])
    #expect(facts.offers.map(\.authInClear) == [true, true, false, true])
    #expect(facts.offers.map(\.isSubmission) == [false, true, nil, false])
    #expect(facts.sources == [InferenceFact(.probe, at: Self.now), InferenceFact(.preflight, at: Self.now)])
  }

  @Test(
    "the submission option is on when the settings or the administrator say so; they may not contradict one another")
  func option() throws {
    #expect(try Self.facts(InferenceSources(preflight: Self.preflight(nil, true))).messageSubmission)
    #expect(try !Self.facts(InferenceSources(preflight: Self.preflight(nil, false))).messageSubmission)
    let said = try Self.facts(InferenceSources(saysMessageSubmission: true))
    #expect(said.messageSubmission && said.sources == [InferenceFact(.option)])
    for (report, words) in [
      (Self.preflight(nil, false), "--message-submission says it is on"), (Self.preflight(nil, nil), "tells neither"),
    ] {
      let sources = InferenceSources(preflight: report, preflightPath: "p.json", saysMessageSubmission: true)
      let fault = #expect(throws: AuditFault.self) { try sources.facts(PortPolicy()) }
      #expect(fault?.line.hasPrefix("p.json: ") == true && fault?.line.contains(words) == true)
    }
  }

  @Test("ports that a calibration can tell are ruled out where the log does not tell them")
  func calibration() throws {
    var sources = InferenceSources(probe: Self.probe)
    sources.calibration = PortCalibration(
      takenAt: Self.now, connections: [], signs: ["25": .alike, "587": .alike, "465": .listenerAddress])
    let facts = try Self.facts(sources)
    #expect(facts.toldByAddress == [465] && facts.toldPorts == [] && facts.sources.count == 2)
    sources.calibration?.signs = ["25": .notFound, "587": .serviceLabel, "465": .unanswered, "2525": .loggedOtherwise]
    #expect(try Self.facts(sources).toldPorts == [587])
  }

  @Test("a probe that did not ask every port is no fact")
  func incomplete() throws {
    let part = ProbeResult(generatedAt: Self.now, targets: [Self.target(587, .starttls, clear: ["STARTTLS"])])
    let fault = #expect(throws: AuditFault.self) {
      try InferenceSources(probe: part, probePath: "a.json").facts(PortPolicy())
    }
    #expect(fault?.line.contains("port 25 was not asked") == true)
  }
}
