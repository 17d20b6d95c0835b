import ArgumentParser
import Foundation
import MailModel
import Reporting
import Testing

@testable import port587

/// Logs of the level Summary beside logs that hold the dialogues.
@Suite("Summary level")
struct SummaryLevelTests {
  private static func summaries(of day: Int) -> [String] {
    (0..<5).map { number in
      IceWarpTalk(client: "198.51.100.\(number + 1)", thread: "100\(number)", time: "09:0\(number):00").line(
        "*** <ana@example.com> <customer@example.net> 1 2804 00:00:01 OK 202603\(day)\(number)")
    }
  }

  private static func submission(of day: Int) -> [String] {
    IceWarpTalk(port: 587).submission(by: "ana@example.com").map {
      $0.replacing("Mon, 16 Mar 2026", with: "Thu, \(day) Mar 2026")
    }
  }

  private static func model(_ arguments: [String]) async throws -> ReportModel {
    let options = try AuditOptions.parse(arguments + ["--quiet", "--utc-offset", "Z"])
    return try await Audit(options: options, now: Timestamp(seconds: 1_800_000_000)).run().model
  }

  @Test("Days of which nothing is known keep the port open, until they are left out")
  func fewDaysWithDialogue() async throws {
    try await LogFolder.use { folder in
      for day in 14...18 {
        try folder.write(SummaryLevelTests.summaries(of: day), to: "logs/s202603\(day)-00.log")
      }
      let spoken = SummaryLevelTests.summaries(of: 19) + SummaryLevelTests.submission(of: 19)
      try folder.write(spoken, to: "logs/s20260319-00.log")
      let model = try await SummaryLevelTests.model([folder.path("logs")])
      let warning = try #require(model.warnings.first { $0.code == .summaryLevelInPart })
      #expect(warning.count == 5)
      #expect(warning.subject?.contains("s20260314-00.log") == true)
      #expect(warning.subject?.hasSuffix("s20260316-00.log, …") == true)
      #expect(ReportAnswer(model) == .notReadWhole)

      let later = try await SummaryLevelTests.model([folder.path("logs"), "--since", "2026-03-19T00:00:00Z"])
      #expect(!later.warnings.contains { $0.code == .summaryLevelInPart })
      #expect(ReportAnswer(later) == .nobodyOnLegacy)

      let silent = try await SummaryLevelTests.model([folder.path("logs/s20260314-00.log")])
      #expect(silent.warnings.contains { $0.code == .summaryLevelOnly })
      #expect(!silent.warnings.contains { $0.code == .summaryLevelInPart })
    }
  }

  @Test("A state remembers them")
  func state() async throws {
    try await LogFolder.use { folder in
      let state = ["--state", folder.path("state.sqlite")]
      try folder.write(SummaryLevelTests.summaries(of: 18), to: "logs/s20260318-00.log")
      let first = try await SummaryLevelTests.model([folder.path("logs")] + state)
      #expect(first.warnings.contains { $0.code == .summaryLevelOnly })
      try folder.write(SummaryLevelTests.submission(of: 19), to: "logs/s20260319-00.log")
      for _ in 1...2 {
        let model = try await SummaryLevelTests.model([folder.path("logs")] + state)
        #expect(model.warnings.contains { $0.code == .summaryLevelInPart && $0.count == 1 })
        #expect(ReportAnswer(model) == .notReadWhole)
      }
    }
  }
}
