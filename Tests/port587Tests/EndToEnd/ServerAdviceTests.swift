import Foundation
import Testing

/// A central syslog holds the lines of many servers, and what is to be set is to be set on some of them.
@Suite("Servers to set something on")
struct ServerAdviceTests {
  private static func session(_ host: String, _ service: String, _ pid: Int, _ user: String) -> [String] {
    let client = "unknown[198.51.100.7]"
    return [
      "connect from \(client)",
      "\(pid)A0001: client=\(client), sasl_method=PLAIN, sasl_username=\(user)@example.org",
      "disconnect from \(client) ehlo=1 auth=1 mail=1 rcpt=1 data=1 quit=1 commands=6",
    ].map { "Nov 23 09:00:00 \(host) \(service)/smtpd[\(pid)]: \($0)" }
  }

  struct Row: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var lines: [String]
    var servers: [String]
  }

  static let labelled = session("mx1", "postfix/submission", 11, "ana") + session("mx1", "postfix", 12, "bob")

  static let rows = [
    Row(testDescription: "labelled", lines: labelled, servers: []),
    Row(
      testDescription: "two that are not, beside one that is",
      lines: session("mx3", "postfix", 31, "eva") + labelled + session("mx2", "postfix", 21, "carl"),
      servers: ["mx2", "mx3"]),
    Row(
      testDescription: "an instance", lines: labelled + session("mx1", "postfix-out", 41, "dora"),
      servers: ["mx1 (postfix-out)"]),
    Row(
      testDescription: "containers",
      lines: ["a-postfix-1  | ", "b-postfix-1  | "].flatMap { name in
        session("mail", "postfix", 51, "fred").map { name + $0 }
      }, servers: ["mail (a-postfix-1)", "mail (b-postfix-1)"]),
  ]

  @Test("they are named by the log, and by a state of it", arguments: rows)
  func servers(_ row: Row) async throws {
    try await LogFolder.use { folder in
      let log = try folder.write(Data(row.lines.map { $0 + "\n" }.joined().utf8), to: "mail.log")
      let options = ["--json", "--quiet", "--utc-offset", "+00:00"]
      let reading = ["audit", log, "--year", "2026"] + options
      let state = ["--state", folder.path("state.sqlite")]
      try Self.check(ProgramRun(reading), row)
      // The second run reads nothing, and the last one no log.
      for _ in 0..<2 { try Self.check(ProgramRun(reading + state), row) }
      try Self.check(ProgramRun(["report"] + options + state), row)
    }
  }

  private static func check(_ run: ProgramRun, _ row: Row) throws {
    #expect(run.status == 0, "\(run.notes)")
    let advice = try ReportText(run.output).list("portAdvice")
    #expect(advice.flatMap { $0["servers"] as? [String] ?? [] } == row.servers)
    #expect(advice.isEmpty == row.servers.isEmpty)
  }
}
