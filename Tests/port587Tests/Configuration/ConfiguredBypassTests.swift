import Foundation
import Testing

@testable import port587

/// A printer that the bypass file frees, and a report by hand that knows what the runs know.
@Suite("Run: bypass file, and reports by its configuration")
struct ConfiguredBypassTests {
  private static let yaml = """
    state: state.sqlite
    server-name: mail
    sources: [{paths: [logs], utc-offset: "+00:00"}]
    default-domain: example.com
    bypass: bypass.dat
    trusted: trusted.txt
    cutover: 2026-04-01
    reports: [{folder: out, language: en}]

    """

  /// Fourteen days of a user on 587, known by short name too, and of a printer that relays on 25.
  private static func write(_ folder: LogFolder) throws {
    let printer = IceWarpTalk(client: "192.168.1.60", thread: "0100", time: "11:00:00", helo: "BRW001122334455")
    let relay = [
      printer.line("<<< MAIL FROM:<scanner@example.com>"), printer.line(">>> 250 2.1.0 Sender ok"),
      printer.line("<<< RCPT TO:<c@example.net>"),
      printer.line(">>> 250 2.1.5 <c@example.net>... Recipient ok; will forward"), printer.line("<<< DATA"),
      printer.line(">>> 354 go"),
      printer.line(">>> 250 2.6.0 9 bytes received in 00:00:00; Message id 1 accepted for delivery"),
    ]
    for day in 10...24 {
      let rui = IceWarpTalk(client: "198.51.100.2", thread: "0200", port: 587)
      let lines =
        rui.submission(by: day % 2 == 0 ? "rui" : "rui@example.com", from: "rui@example.com") + printer.greeting + relay
        + printer.farewell
      try folder.write(
        lines.map { $0.replacing("Mon, 16 Mar 2026", with: "\(day) Mar 2026") }, to: "logs/s202603\(day)-00.log")
    }
    try folder.write(Data("192.168.0.0/16\r\n".utf8), to: "trusted.txt")
  }

  @Test("whom the file frees keeps no port open")
  func freed() async throws {
    try await LogFolder.use { folder in
      try Self.write(folder)
      for (line, isFreed) in [("i:192.168.1.61\r\n", false), ("i:192.168.1.60\r\n", true)] {
        try folder.write(Data(line.utf8), to: "bypass.dat")
        let run = try RunCommandTests.run(folder, Self.yaml)
        #expect(run.status == 0 && run.notes.isEmpty, "\(run.notes)")
        let report = try RunCommandTests.report(folder, "out/report.json")
        #expect(report.number("trend.relayedMessages") == 14)
        #expect(report.number("trend.freedMessages") == (isFreed ? 14 : 0))
        #expect(report.number("totals.relaysByPort.25") == 15)
        #expect(report.number("totals.freedRelaysByPort.25") == (isFreed ? 15 : nil))
        #expect(report["trend.verdict.answer"] as? String == (isFreed ? "go" : "unclear"))
        #expect(report.list("users").contains { $0["trusted"] as? String == "all" })
        let page = try String(contentsOfFile: folder.path("out/report.html"), encoding: .utf8)
        #expect(page.contains("14 messages relayed without a login pass by the bypass file.") == isFreed)
        #expect(page.contains("14 messages were relayed there without a login") == !isFreed)
        let hand = ["report", "--state", folder.path("state.sqlite"), "--exit-code", "--quiet"]
        #expect(
          try ProgramRun(hand + ["--default-domain", "example.com", "--bypass", folder.path("bypass.dat")]).status
            == (isFreed ? 0 : 1))
        let audit = ["audit", folder.path("logs"), "--default-domain", "example.com", "--exit-code", "--quiet"]
        #expect(try ProgramRun(audit + ["--bypass", folder.path("bypass.dat")]).status == (isFreed ? 0 : 1))
      }
    }
  }

  @Test("a report by the configuration is the report of the run")
  func byConfiguration() async throws {
    try await LogFolder.use { folder in
      try Self.write(folder)
      try folder.write(Data("i:192.168.1.60\r\n".utf8), to: "bypass.dat")
      #expect(try RunCommandTests.run(folder, Self.yaml).status == 0)
      let written = try RunCommandTests.report(folder, "out/report.json")
      #expect(written.identities == ["rui@example.com", "scanner@example.com"])
      let config = ["report", "--config", folder.path("port587.yaml"), "--json"]
      let report = try ReportText(ProgramRun(config).output)
      #expect(try report.comparable == written.comparable)
      #expect(report["trend.verdict.day"] as? String == "2026-04-01")
      let bare = try ReportText(ProgramRun(["report", "--state", folder.path("state.sqlite"), "--json"]).output)
      #expect(bare.identities.contains("rui"), "without the configuration nobody knows the domain")
      // What an option says goes before.
      let other = try ReportText(
        ProgramRun(config + ["--default-domain", "example.org", "--cutover", "2026-05-01"]).output)
      #expect(other.identities.contains("rui@example.org"))
      #expect(other["trend.verdict.day"] as? String == "2026-05-01")
      let wrong = try ProgramRun(config + ["--legacy-port", "587"])
      #expect(wrong.status == 78 || wrong.status == 64, "\(wrong.status)")
      #expect(try ProgramRun(["report", "--config", folder.path("nothing.yaml")]).status == 78)
      #expect(try ProgramRun(["report", "--json"]).status == 64)
      // A day to compare with that is not far enough back is none for a run, and none here.
      try folder.write(Data((Self.yaml + "compare-to: 2026-03-24\n").utf8), to: "port587.yaml")
      #expect(try ProgramRun(config).status == 0)
    }
  }
}
