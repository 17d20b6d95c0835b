import Foundation
import MailModel
import Testing

@testable import Reporting

/// Probe and preflight beside the users.
@Suite struct ServerSectionTests {
  private static func report(_ server: ServerReport?, _ base: ReportModel = SampleReport.finished()) -> ReportModel {
    var model = base
    model.server = server
    return model
  }

  private static func summary(_ model: ReportModel, _ language: Language = .english) throws -> String {
    String(
      decoding: try TerminalSummary().render(
        "summary", of: model, options: ReportOptions(language: language, columns: 400)), as: UTF8.self)
  }

  private static let half = ServerReport(probe: SampleReport.probe, preflight: SampleReport.preflight)

  @Test("nobody is told to close a port while the server is not ready")
  func verdict() {
    let sound = ServerProbe(probedAt: SampleReport.at(day: 14), ready: true, blockers: [], ports: [])
    let settings = ServerPreflight(
      checkedAt: SampleReport.start, product: .postfix, phase: nil, phaseDetail: "", nextStep: "", blockers: ["C1"],
      unjudged: [], findings: [])
    let rows: [(ServerReport?, Verdict.Tone, String)] = [
      (nil, .good, "can be closed"), (ServerReport(probe: sound), .good, "can be closed"),
      (ServerReport(probe: SampleReport.probe), .attention, "the server itself is not ready"),
      (ServerReport(preflight: settings), .attention, "the server itself is not ready"),
      (ServerReport(probe: sound, preflight: settings), .attention, "the server itself is not ready"),
    ]
    for (server, tone, words) in rows {
      let verdict = Verdict(ReportFigures(ServerSectionTests.report(server)), Wording(ReportOptions()))
      #expect(verdict.tone == tone && verdict.conclusion.contains(words))
    }
  }

  @Test("the summary has two lines about the server, in every language", arguments: Language.allCases)
  func lines(language: Language) throws {
    let text = try ServerSectionTests.summary(ServerSectionTests.report(ServerSectionTests.half), language)
    let question = language.phrases.text(ServerPhrase.serverQuestion)
    let lines = text.split(separator: "\n").map(String.init)
    let place = try #require(lines.firstIndex { $0.hasPrefix(question) })
    #expect(lines[place].contains("P06@mail.example.com:587, C4"))
    #expect(lines[place + 1].contains("465 \(language.phrases.name(Reachability.open))"))
    #expect(lines[place + 1].contains("Move the web client to 587") && lines[place + 1].contains("C12"))
    #expect(!(try ServerSectionTests.summary(ServerSectionTests.report(nil), language)).contains(question))
  }

  @Test("an old probe says that it is old")
  func age() throws {
    var old = SampleReport.probe
    old.probedAt = SampleReport.at(day: 12)
    let words = "more than a day before"
    #expect(try ServerSectionTests.summary(ServerSectionTests.report(ServerReport(probe: old))).contains(words))
    #expect(
      !(try ServerSectionTests.summary(ServerSectionTests.report(ServerReport(probe: SampleReport.probe)))).contains(
        words))
  }

  @Test("the page says what to put right, the blockers first and once for all addresses", arguments: Language.allCases)
  func page(language: Language) throws {
    let model = ServerSectionTests.report(ServerSectionTests.half, SampleReport.office())
    let page = String(
      decoding: try HTMLReport().render("report", of: model, options: ReportOptions(language: language)), as: UTF8.self)
    let begin = try #require(page.range(of: "id=\"server\""))
    let end = try #require(page[begin.upperBound...].range(of: "</section>"))
    let section = page[begin.upperBound..<end.lowerBound]
    #expect(page.contains("href=\"#server\""))
    #expect(section.components(separatedBy: "P06 ").count == 2)
    #expect(section.contains("192.0.2.1:587, [2001:db8::1]:587"))
    let order = ["P06 ", "C4 ", "P32 "].compactMap { section.range(of: $0)?.lowerBound }
    #expect(order.count == 3 && order == order.sorted())
    #expect(section.contains("&lt;PIPELINING&gt;") && section.contains("tool modify system"))
    #expect(section.contains(language == .brazilianPortuguese ? "Web &gt; Opções" : "Web &gt; Options"))
    #expect(!page.contains("{{"))
  }

  @Test("of several commands each stands by itself, to be copied")
  func commands() throws {
    var preflight = SampleReport.preflight
    preflight.findings[0].command = "tool modify system A 0\ntool modify system B 0"
    let model = ServerSectionTests.report(ServerReport(preflight: preflight), SampleReport.office())
    let page = String(decoding: try HTMLReport().render("report", of: model, options: ReportOptions()), as: UTF8.self)
    #expect(page.contains("<pre>tool modify system A 0</pre><pre>tool modify system B 0</pre>"))
  }

  @Test("report.json holds it as the model does")
  func json() throws {
    let model = ServerSectionTests.report(ServerSectionTests.half, SampleReport.office())
    let written = try JSONReport().render("report", of: model)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    #expect(written == Array(try encoder.encode(ContractReport(model: model))) + [10])
  }
}
