import Foundation
import MailModel
import TestSupport
import Testing

/// A trend and a report of the same days are one document: what they say of anybody must be the same.
@Suite("State, trend and report judge alike")
struct TrendJudgementTests {
  @Test("readiness of all users, in every story", arguments: Story.all)
  func stories(story: Story) async throws {
    try await LogFolder.use { folder in
      let expected = try story.expectation()
      let options = (expected.options ?? []).map { option in
        let file = story.folder.appendingPathComponent(option).path
        return FileManager.default.fileExists(atPath: file) ? file : option
      }
      let run = try ProgramRun(
        ["audit"] + story.logs() + options + [
          "--state", folder.path("state.sqlite"), "--json", "--quiet", "--wave-days", "3650", "--cutover", "2027-01-01",
        ])
      #expect([0, 3].contains(run.status), "\(run.notes)")
      let report = try ReportText(run.output)
      let users = Self.readiness(report.list("users"), "readiness") { user in
        // Who was only seen relaying without a login is in no list of the trend.
        !(user["kind"] as? String == "envelopeSender" && user["readiness"] as? String == "unknown")
      }
      #expect(Self.readiness(report.list("trend.users"), "recent") { _ in true } == users)
      #expect(report.number("trend.messages") ?? 0 == report.number("totals.messages"))
    }
  }

  private static func readiness(
    _ users: [[String: Any]], _ field: String, _ isMeant: ([String: Any]) -> Bool
  ) -> [String: String] {
    var found: [String: String] = [:]
    for user in users where isMeant(user) {
      if let identity = user["identity"] as? String { found[identity] = user[field] as? String ?? "not seen" }
    }
    return found
  }
}
