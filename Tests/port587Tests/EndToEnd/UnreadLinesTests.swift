import ArgumentParser
import Foundation
import MailModel
import Reporting
import Testing

@testable import port587

/// What could not be read stays known to the state, for as long as its days matter.
@Suite("Lines that were not understood, with a state")
struct UnreadLinesTests {
  private static func session(_ day: Int) -> [String] {
    IceWarpTalk(time: "10:00:00", port: 587).submission(by: "ana@example.com").map {
      $0.replacing("Mon, 16 Mar 2026", with: "\(day) Mar 2026")
    }
  }

  private static let strange = (0..<40).map { "198.51.100.9    [20\($0 + 10)] 13:00:00 ??? words of a later version" }

  private static func model(_ folder: LogFolder, _ arguments: [String] = []) async throws -> ReportModel {
    let state = ["--state", folder.path("state.sqlite"), "--quiet", "--utc-offset", "Z"]
    let options = try AuditOptions.parse([folder.path("logs")] + state + arguments)
    return try await Audit(options: options, now: Timestamp(seconds: 1_800_000_000)).run().model
  }

  @Test("a second run takes no answer back")
  func secondRun() async throws {
    try await LogFolder.use { folder in
      try folder.write(UnreadLinesTests.session(16) + UnreadLinesTests.strange, to: "logs/s20260316-00.log")
      let first = try await UnreadLinesTests.model(folder)
      #expect(ReportAnswer(first) == .notReadWhole)
      let second = try await UnreadLinesTests.model(folder)
      #expect(second.sources.isEmpty && ReportAnswer(second) == .notReadWhole)
      #expect(second.reading == first.reading)
      #expect(first.reading?.unread == 40 && first.reading?.lines == UnreadLinesTests.session(16).count + 40)
      let options = try AuditOptions.parse(["-", "--quiet", "--utc-offset", "Z"])
      let again = try Audit(options: options, now: Timestamp(seconds: 1_800_000_000)).report(
        state: folder.path("state.sqlite"))
      #expect(ReportAnswer(again.model) == .notReadWhole)
      // A period without those days is none of their business.
      try folder.write(UnreadLinesTests.session(18), to: "logs/s20260318-00.log")
      #expect(ReportAnswer(try await UnreadLinesTests.model(folder)) == .notReadWhole)
      #expect(ReportAnswer(try await UnreadLinesTests.model(folder, ["--since", "2026-03-17"])) == .nobodyOnLegacy)
    }
  }

  @Test("two strange lines of one night are two of all lines, and old ones are over")
  func oldAndFew() async throws {
    try await LogFolder.use { folder in
      let silent = (0..<5).map {
        IceWarpTalk(client: "198.51.100.3", thread: "100\($0)", time: "09:0\($0):00").line(
          "*** <ana@example.com> <customer@example.net> 1 2804 00:00:01 OK 2026030\($0)")
      }
      try folder.write(silent, to: "logs/s20260301-00.log")
      try folder.write(UnreadLinesTests.session(2) + UnreadLinesTests.strange, to: "logs/s20260302-00.log")
      try folder.write(UnreadLinesTests.session(9), to: "logs/s20260309-00.log")
      for day in 10...15 { try folder.write(UnreadLinesTests.session(day), to: "logs/s202603\(day)-00.log") }
      let early = try await UnreadLinesTests.model(folder)
      #expect(ReportAnswer(early) == .notReadWhole, "still among the last 14 days")
      for day in 16...25 { try folder.write(UnreadLinesTests.session(day), to: "logs/s202603\(day)-00.log") }
      let late = try await UnreadLinesTests.model(folder)
      #expect(late.reading?.unread == 0 && late.reading?.summaryLevel == 0)
      #expect(late.warnings.contains { $0.code == .summaryLevelInPart }, "it is said all the same")
      #expect(ReportAnswer(late) == .nobodyOnLegacy)
      try folder.write(
        UnreadLinesTests.session(26) + UnreadLinesTests.strange.prefix(2), to: "logs/s20260326-00.log")
      let night = try await UnreadLinesTests.model(folder)
      #expect(night.reading?.unread == 2 && ReportAnswer(night) == .nobodyOnLegacy)
    }
  }
}
