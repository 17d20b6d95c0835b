import MailModel
import Reporting
import Testing

@Suite("Outputs of a preflight")
struct PreflightOutputTests {
  private static let hostile = "<script>\u{1b}[2J\u{202e}\"|x"

  private static func report(
    _ verdict: PreflightVerdict, _ language: Language = .english, phase: PreflightPhase? = .bound
  ) -> PreflightReport {
    let isBad = verdict == .fail || verdict == .warn
    let remedy = PreflightRemedy(
      advice: "Set it.", console: PreflightConsole("System > Services", "Sistema > Serviços"),
      command: "tool modify system A 1\ntool modify system B 2")
    func finding(_ id: String, _ severity: PreflightSeverity) -> PreflightFinding {
      PreflightFinding(
        id: id, severity: severity, verdict: verdict, phase: .bound, title: "the title of \(id)", detail: hostile,
        why: "the reason", remedy: isBad ? remedy : nil, settings: [PreflightSetting(name: "A", value: hostile)])
    }
    return PreflightReport(
      generator: Generator(version: "9"), generatedAt: Timestamp(seconds: 1_795_600_000), language: language,
      product: .icewarp, productVersion: hostile, phase: phase, phaseDetail: hostile, nextStep: "go on",
      findings: [finding("C20", .medium), finding("C1", .blocker)],
      sources: [PreflightSource(option: "tool-output", path: hostile, notes: ["3 lines"])])
  }

  private static func summary(_ report: PreflightReport, showsAll: Bool = false) -> String {
    String(
      decoding: PreflightSummary(columns: 100, colour: false, showsAll: showsAll).render(report), as: UTF8.self)
  }

  @Test("the page shows what a server said, and obeys none of it", arguments: PreflightVerdict.allCases)
  func page(verdict: PreflightVerdict) throws {
    let text = String(decoding: try PreflightPage.render(PreflightOutputTests.report(verdict)), as: UTF8.self)
    #expect(!text.contains("<script") && !text.contains("\u{1b}") && !text.contains("\u{202e}"))
    #expect(text.contains("&lt;script&gt;") && text.contains("the title of C1") && text.contains("go on"))
    #expect(!text.contains("{{"))
    let style = try #require(text.split(separator: "<style>").last?.split(separator: "</style>").first)
    #expect(text.contains("default-src &#39;none&#39;") || text.contains("default-src 'none'"))
    #expect(text.contains(SHA256.base64(of: String(style)).split(separator: "=")[0]))
    if verdict == .fail {
      #expect(text.contains("pt-BR: Sistema &gt; Serviços") && text.contains("<pre>tool modify system B 2</pre>"))
    }
  }

  @Test("the terminal is told nothing to obey, the gravest first, commands unbroken")
  func terminal() throws {
    let text = PreflightOutputTests.summary(PreflightOutputTests.report(.fail))
    #expect(!text.contains("\u{1b}") && !text.contains("\u{202e}"))
    let first = try #require(text.firstRange(of: "FAIL C1 "))
    let second = try #require(text.firstRange(of: "FAIL C20 "))
    #expect(first.lowerBound < second.lowerBound)
    #expect(text.contains("       tool modify system B 2\n") && text.contains("(pt-BR): Sistema > Serviços"))
    #expect(text.hasSuffix("The switch is not safe to turn: C1\n"))
    let unknown = PreflightOutputTests.summary(PreflightOutputTests.report(.notRun, phase: nil))
    #expect(unknown.contains("Phase not known") && unknown.contains("C20, C1: "))
    #expect(unknown.hasSuffix("not everything is known: C1\n"))
    #expect(PreflightOutputTests.summary(PreflightOutputTests.report(.pass)).contains("As it should be: C20, C1"))
    #expect(
      PreflightOutputTests.summary(PreflightOutputTests.report(.pass), showsAll: true).contains(
        "ok   C1 the title of C1"))
  }

  @Test("each language has words of its own")
  func languages() throws {
    let texts = try Language.allCases.map { language in
      let report = PreflightOutputTests.report(.fail, language)
      return String(decoding: try PreflightPage.render(report), as: UTF8.self) + PreflightOutputTests.summary(report)
    }
    for (text, mark) in zip(texts, ["lang=\"en\"", "lang=\"pt-BR\"", "lang=\"es\""]) { #expect(text.contains(mark)) }
    for (text, mark) in zip(texts, ["\nFAIL C1 ", "\nERRO  C1 ", "\nERROR C1 "]) { #expect(text.contains(mark)) }
    for (text, phrase) in zip(texts, ["Next step", "Próximo passo", "Próximo paso"]) { #expect(text.contains(phrase)) }
  }
}
