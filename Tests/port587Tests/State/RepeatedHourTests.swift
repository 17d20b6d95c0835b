import Foundation
import Testing

/// Local time comes twice where summer time ends: after 02:59:59 it is 02:00:00 again.
@Suite("Runs within the hour that comes twice")
struct RepeatedHourTests {
  private static func session(_ pid: Int, _ client: String, at clock: String) -> [String] {
    [
      "smtpd[\(pid)]: connect from unknown[\(client)]",
      "smtpd[\(pid)]: \(pid)A0001: client=unknown[\(client)], sasl_method=PLAIN, sasl_username=u\(pid)@example.org",
      "smtpd[\(pid)]: disconnect from unknown[\(client)] ehlo=1 auth=1 mail=1 rcpt=1 data=1 quit=1 commands=6",
    ].map { "Oct 25 \(clock) mail postfix/\($0)" }
  }

  private static let anvil = "statistics: max connection rate 1/60s for (submission:192.0.2.12) at Oct 25 02:05:00"

  static let lines =
    session(101, "192.0.2.11", at: "02:59:00") + session(102, "192.0.2.12", at: "02:05:00")
    + ["Oct 25 02:08:20 mail postfix/anvil[103]: \(anvil)"]

  @Test("a port that anvil tells in the next run is known", arguments: 1...7)
  func anvil(lines count: Int) async throws {
    try await LogFolder.use { folder in
      let arguments = [
        "--state", folder.path("state.sqlite"), "--json", "--quiet", "--year", "2026", "--utc-offset", "+01:00",
      ]
      for end in [count, Self.lines.count] {
        let text = Self.lines[..<end].map { $0 + "\n" }.joined()
        let log = try folder.write(Data(text.utf8), to: "mail.log")
        let run = try ProgramRun(["audit", log] + arguments)
        #expect(run.status == 0, "\(run.notes)")
        guard end == Self.lines.count else { continue }
        let totals = try #require(try ReportText(run.output)["totals"] as? [String: Any])
        let evidence = try #require(totals["byPortEvidence"] as? [String: Int])
        #expect(evidence["anvil"] == 1 && evidence["none"] == 1)
      }
    }
  }
}
