import ArgumentParser
import Foundation
import MailModel
import Testing

@testable import port587

/// A log that lies there twice is counted once, and one that only begins like another is counted for itself.
@Suite("Copied logs")
struct CopiedLogTests {
  private static func lines(_ count: Int, _ name: String = "ana") -> [String] {
    (0..<count).flatMap { IceWarpTalk(thread: "00\(10 + $0)").submission(by: "\(name)\($0)@example.com") }
  }

  private static func model(_ folder: LogFolder, _ options: [String] = []) async throws -> ReportModel {
    let options = try AuditOptions.parse([folder.url.path, "--quiet", "--utc-offset", "Z"] + options)
    return try await Audit(options: options, now: Timestamp(seconds: 1_800_000_000)).run().model
  }

  @Test("Copies under another name, in another folder, packed or shorter, in any order", arguments: [1, 3])
  func copies(threads: Int) async throws {
    try await LogFolder.use { folder in
      let lines = CopiedLogTests.lines(20)
      try folder.write(lines)
      try folder.write(lines, to: "s20260316-00 - Copy.log")
      try folder.write(lines, to: "backup/" + LogFolder.monday)
      try folder.write(Array(lines.prefix(lines.count - 60)), to: "yesterday/" + LogFolder.monday)
      try folder.write(Array(lines.prefix(7)), to: "begin/" + LogFolder.monday)
      for command in [
        "gzip -k s20260316-00.log", "mkdir old && head -n 200 s20260316-00.log | gzip > old/s20260316-00.log.gz",
      ] {
        #expect(try ProgramRun(shell: command, folder: folder.url).status == 0)
      }
      let model = try await CopiedLogTests.model(folder, ["--threads", "\(threads)"])
      #expect(model.totals.authenticatedSessions == 20)
      #expect(model.sources.count == 1)
      #expect(model.sources.first?.compression == "none")
      #expect(model.sources.first?.path.contains("backup") == false)
      #expect(model.warnings.count { $0.code == .duplicateSource } == 6)
      let run = try ProgramRun(["audit", "--json", "."], folder: folder.url)
      #expect(run.notes.contains("s20260316-00.log.gz holds the same log as"))
    }
  }

  @Test("A packed log that goes on is read instead of the plain begin of it")
  func packedIsLonger() async throws {
    try await LogFolder.use { folder in
      let lines = CopiedLogTests.lines(20)
      try folder.write(lines)
      #expect(try ProgramRun(shell: "gzip s20260316-00.log", folder: folder.url).status == 0)
      try folder.write(Array(lines.prefix(300)))
      let model = try await CopiedLogTests.model(folder)
      #expect(model.totals.authenticatedSessions == 20)
      #expect(model.sources.map(\.compression) == ["gzip"])
    }
  }

  @Test("Logs that only begin alike are all counted")
  func alike() async throws {
    try await LogFolder.use { folder in
      let begin = CopiedLogTests.lines(20)
      // The same begin of more than what is looked at first, and then something else; plain and packed.
      try folder.write(begin + CopiedLogTests.lines(3, "bia"))
      try folder.write(begin + CopiedLogTests.lines(2, "rui"), to: "b/" + LogFolder.monday)
      #expect(try ProgramRun(shell: "gzip b/s20260316-00.log", folder: folder.url).status == 0)
      // The same few lines on two days, and at another server.
      let silent = begin.prefix(20).filter { !$0.contains(">>> 220 ") }
      try folder.write(silent, to: "s20260317-00.log")
      try folder.write(silent, to: "s20260318-00.log")
      try folder.write(Array(begin.prefix(20)), to: "c/s120260316-00.log")
      let model = try await CopiedLogTests.model(folder)
      #expect(model.sources.count == 5)
      #expect(!model.warnings.contains { $0.code == .duplicateSource })
      #expect(model.users.contains { $0.identity == "bia2@example.com" })
      #expect(model.users.contains { $0.identity == "rui1@example.com" })
    }
  }
}
