import Foundation
import MailModel
import TestSupport
import Testing

/// A trend and a report of the same days are one document: what they say of anybody must be the same.
@Suite("State, trend and report judge alike")
struct TrendJudgementTests {
  /// A trend also looks at the days before the period of a report, and so at more than a report with a period.
  private static let wholeStories = Story.all.filter { story in
    !((try? story.expectation())?.options ?? []).contains { $0 == "--since" || $0 == "--until" }
  }

  @Test("readiness of all users, in every story", arguments: wholeStories)
  func stories(story: Story) async throws {
    try await LogFolder.use { folder in
      let expected = try story.expectation()
      let options = (expected.options ?? []).map { option in
        let file = story.folder.appendingPathComponent(option).path
        return FileManager.default.fileExists(atPath: file) ? file : option
      }
      let run = try ProgramRun(
        ["audit"] + story.logs() + options + [
          "--state", folder.path("state.sqlite"), "--json", "--quiet", "--wave-days", "366", "--cutover", "2027-01-01",
        ])
      #expect([0, 3].contains(run.status), "\(run.notes)")
      let report = try ReportText(run.output)
      let users = report.list("users")
      let trend = Self.readiness(report.list("trend.users"), "recent")
      // Who was only seen relaying, or claimed by a stranger, is in no list of the trend.
      let known = Self.readiness(users.filter { $0["kind"] as? String != "envelopeSender" }, "readiness")
      #expect(trend.filter { known[$0.key] != nil } == known)
      let claimed = Self.readiness(users.filter { $0["kind"] as? String == "envelopeSender" }, "readiness")
      for (identity, recent) in trend where known[identity] == nil {
        #expect(claimed[identity] == recent, "\(identity)")
      }
      #expect(report.number("trend.messages") ?? 0 == report.number("totals.messages"))
    }
  }

  private static func readiness(_ users: [[String: Any]], _ field: String) -> [String: String] {
    Dictionary(
      users.compactMap { user in
        (user["identity"] as? String).map { ($0, user[field] as? String ?? "not seen") }
      }, uniquingKeysWith: { first, _ in first })
  }
}
