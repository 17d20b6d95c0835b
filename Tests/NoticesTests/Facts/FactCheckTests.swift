import Foundation
import MailModel
import Notices
import Testing

@Suite("Checked facts")
struct FactCheckTests {
  /// A probe's result and whether the notices may name its ports.
  struct Row: Sendable, CustomTestStringConvertible {
    var story: String
    var at = "2026-11-23T17:00:00Z"
    var starttls = Row.target(587)
    var implicit = Row.target(465)
    var isFine = false
    var testDescription: String { story }

    static func target(
      _ port: Int, host: String = "mail.example.com", reachability: String = "open", trust: String = "valid",
      nameMatches: Bool = true, verdict: String = "pass", severity: String = "blocker"
    ) -> String {
      """
      {"host": "\(host)", "port": \(port), "mode": "starttls", "reachability": "\(reachability)", "new": {"a": [1]},
       "capabilities": {"beforeTLS": [], "afterTLS": []}, "tls": {"version": "TLSv1.3", "certificate": {
         "subject": "s", "issuer": "i", "names": [], "notBefore": "2026-01-01T00:00:00Z",
         "notAfter": "2027-01-01T00:00:00Z", "trust": "\(trust)", "nameMatches": \(nameMatches)}},
       "checks": [{"id": "P06", "title": "t", "severity": "\(severity)", "verdict": "\(verdict)", "detail": "d",
         "rule": "r", "remedy": null}]}
      """
    }
  }

  static let rows: [Row] = [
    Row(story: "all well", isFine: true),
    Row(story: "a lesser check fails", starttls: Row.target(587, verdict: "fail", severity: "high"), isFine: true),
    Row(story: "host in other letters", starttls: Row.target(587, host: "MAIL.example.com"), isFine: true),
    Row(story: "older than a day", at: "2026-11-22T16:00:00Z"),
    Row(story: "from tomorrow", at: "2026-11-24T17:00:00Z"),
    Row(story: "another host", starttls: Row.target(587, host: "mx.example.com")),
    Row(story: "465 not asked", implicit: Row.target(25)),
    Row(story: "refused", implicit: Row.target(465, reachability: "refused")),
    Row(story: "self-signed", starttls: Row.target(587, trust: "selfSigned")),
    Row(story: "wrong name", starttls: Row.target(587, nameMatches: false)),
    Row(story: "a blocker fails", starttls: Row.target(587, verdict: "fail")),
    Row(
      story: "no TLS",
      starttls: """
        {"host": "mail.example.com", "port": 587, "mode": "starttls", "reachability": "open", "tls": null,
         "capabilities": {"beforeTLS": [], "afterTLS": []}, "checks": []}
        """),
  ]

  @Test("ports that do not work are not named", arguments: rows)
  func faults(_ row: Row) throws {
    let json = """
      {"schema": "port587-probe/1", "generatedAt": "\(row.at)", "targets": [\(row.starttls), \(row.implicit)],
       "ready": true, "blockers": []}
      """
    let probe = try JSONDecoder().decode(ProbeResult.self, from: Data(json.utf8))
    let now = try #require(Timestamp(iso8601: "2026-11-23T18:00:00Z"))
    let faults = FactCheck.faults(try NoticeComposerTests.campaign(), probe, now: now)
    #expect(faults.isEmpty == row.isFine, "\(faults)")
  }
}
