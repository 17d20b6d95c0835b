import Foundation
import MailModel
import Reporting
import Testing

@Suite("Outputs of a probe")
struct ProbeOutputTests {
  private static let hostile = "<script>\u{1b}[2J\u{202e}\"|x"

  private static func result(_ verdict: ProbeVerdict, _ severity: ProbeSeverity = .blocker) -> ProbeResult {
    let check = ProbeCheck(
      id: "P06", title: "STARTTLS is offered", severity: severity, verdict: verdict, detail: hostile,
      rule: "RFC 3207 section 4", remedy: verdict == .fail ? "Offer it." : nil)
    let target = ProbedTarget(
      host: "mail.example.com", address: "192.0.2.1", port: 587, mode: .starttls, reachability: .open,
      connectMilliseconds: 1.9, greeting: hostile, capabilities: ProbedCapabilities(), tls: nil, checks: [check])
    return ProbeResult(generatedAt: Timestamp(seconds: 1_795_600_000), targets: [target])
  }

  @Test(
    "one line for monitoring",
    arguments: [
      (ProbeVerdict.pass, ProbeSeverity.blocker, 0, "PORT587 OK - 1 ports"),
      (.warn, .high, 1, "PORT587 WARNING - P06@"),
      (.fail, .blocker, 2, "PORT587 CRITICAL - P06@mail.example.com:587 |"),
      (.fail, .medium, 1, "PORT587 WARNING - P06@"),
      (.warn, .info, 0, "PORT587 OK"), (.pushedBack, .blocker, 3, "PORT587 UNKNOWN"),
      (.notRun, .blocker, 3, "PORT587 UNKNOWN"),
    ])
  func alarm(verdict: ProbeVerdict, severity: ProbeSeverity, status: Int, start: String) {
    let alarm = ProbeAlarm(ProbeOutputTests.result(verdict, severity))
    #expect(alarm.status == status)
    #expect(alarm.line.hasPrefix(start), "\(alarm.line)")
  }

  @Test("the page shows what a server said, and obeys none of it")
  func page() throws {
    let text = String(decoding: try ProbePage.render(ProbeOutputTests.result(.fail), program: "port587"), as: UTF8.self)
    #expect(!text.contains("<script") && !text.contains("\u{1b}") && !text.contains("\u{202e}"))
    #expect(text.contains("&lt;script&gt;") && text.contains("Not ready: P06@mail.example.com:587"))
    #expect(text.contains("style-src &#39;sha256-") || text.contains("style-src 'sha256-"))
    let style = try #require(text.split(separator: "<style>").last?.split(separator: "</style>").first)
    #expect(
      text.contains(SHA256.base64(of: String(style)))
        || text.contains(SHA256.base64(of: String(style)).split(separator: "=")[0]))
  }

  @Test("the terminal is told nothing to obey")
  func summary() {
    let bytes = ProbeSummary(columns: 100, colour: false, showsAll: true).render(ProbeOutputTests.result(.fail))
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(!text.contains("\u{1b}") && text.contains("FAIL P06") && text.contains("→ Offer it."))
    #expect(text.contains("Not ready: P06@mail.example.com:587"))
  }

  @Test("what is the same on several ports is told once, with the others named", arguments: Language.allCases)
  func repeated(language: Language) {
    var result = ProbeOutputTests.result(.fail)
    var other = result.targets[0]
    other.port = 465
    var different = result.targets[0]
    different.port = 2587
    different.checks[0].detail = "something else"
    result.targets += [other, different]
    func text(showsAll: Bool) -> String {
      String(
        decoding: ProbeSummary(columns: 100, colour: false, showsAll: showsAll, language: language).render(result),
        as: UTF8.self)
    }
    let short = text(showsAll: false)
    let failed = (language == .english ? "FAIL" : language == .spanish ? "ERROR" : "ERRO ") + " P06"
    #expect(short.components(separatedBy: failed).count == 3, "\(short)")
    #expect(short.contains("465") && short.contains("something else"))
    #expect(text(showsAll: true).components(separatedBy: failed).count == 4)
  }

  @Test("figures")
  func metrics() {
    let text = String(decoding: ProbeMetrics.render(ProbeOutputTests.result(.fail)), as: UTF8.self)
    #expect(text.contains("port587_probe_ready 0\n") && text.hasSuffix("# EOF\n"))
    let place = #"{host="mail.example.com",address="192.0.2.1",port="587"}"#
    #expect(
      text.contains("port587_probe_open\(place) 1\n") && text.contains("port587_probe_connect_seconds\(place) 0.0019\n")
    )
    #expect(text.contains(#"port="587",verdict="fail"} 1"#))
  }
}
