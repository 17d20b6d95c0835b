import Foundation
import MailModel
import Testing

/// The document `port587-preflight/1` is what `docs/contract.md` shows, and is read back as it was.
@Suite("Preflight report")
struct PreflightReportTests {
  static func finding(
    _ id: String, _ severity: PreflightSeverity, _ verdict: PreflightVerdict, remedy: PreflightRemedy? = nil
  ) -> PreflightFinding {
    PreflightFinding(
      id: id, severity: severity, verdict: verdict, phase: .bound, title: "title", detail: "detail", why: "why",
      remedy: remedy, settings: [PreflightSetting(name: "C_Version", value: nil)])
  }

  static func report(_ findings: [PreflightFinding], phase: PreflightPhase? = .bound) -> PreflightReport {
    PreflightReport(
      generator: Generator(version: "0"), generatedAt: Timestamp(seconds: 0), language: .brazilianPortuguese,
      product: .icewarp, productVersion: nil, phase: phase, phaseDetail: "", nextStep: "next", findings: findings,
      sources: [PreflightSource(option: "tool-output", path: "tool.txt")])
  }

  @Test("names and words of the contract")
  func document() throws {
    let remedy = PreflightRemedy(
      advice: "do", console: PreflightConsole("System", "Sistema"), command: "tool modify system x 1")
    let report = PreflightReportTests.report([
      PreflightReportTests.finding("C1", .blocker, .fail, remedy: remedy),
      PreflightReportTests.finding("C11", .high, .fail), PreflightReportTests.finding("C7", .blocker, .notRun),
    ])
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let bytes = try encoder.encode(report)
    let text = String(decoding: bytes, as: UTF8.self)
    for part in [
      #""schema":"port587-preflight/1""#, #""product":"icewarp""#, #""phase":1,"phaseDetail""#, #""nextStep":"next""#,
      #""blockers":["C1"]"#, #""unjudged":["C7"]"#, #""language":"pt-BR""#, #""productVersion":null"#,
      #""remedy":{"advice":"do","command":"tool modify system x 1","console":{"en":"System","pt-BR":"Sistema"}}"#,
      #""id":"C1","phase":1,"remedy""#, #""severity":"blocker""#, #""verdict":"fail""#, #""remedy":null"#,
      #""settings":[{"name":"C_Version","value":null}]"#,
    ] {
      #expect(text.contains(part), "\(part) is not in \(text)")
    }
    #expect(try JSONDecoder().decode(PreflightReport.self, from: bytes) == report)
  }

  @Test("ready is who failed no blocker and has none unjudged")
  func ready() {
    #expect(PreflightReportTests.report([PreflightReportTests.finding("C11", .high, .fail)]).isReady)
    #expect(!PreflightReportTests.report([PreflightReportTests.finding("C1", .blocker, .fail)]).isReady)
    #expect(!PreflightReportTests.report([PreflightReportTests.finding("C1", .blocker, .notRun)]).isReady)
    #expect(PreflightReportTests.report([PreflightReportTests.finding("C1", .blocker, .warn)], phase: nil).isReady)
  }
}
