import Foundation
import MailModel
import StateStore
import Testing

@testable import port587

/// Who may use a state, where it lies, and whose logs it holds.
@Suite("State, access")
struct StateAccessTests {
  private static func audit(_ log: String, _ state: String, server: String = "mail") throws -> ProgramRun {
    try ProgramRun(["audit", log, "--state", state, "--json", "--quiet", "--server-name", server])
  }

  @Test("a state that is named through links has one lock", arguments: ["link", "away/state.sqlite", "chain"])
  func links(name: String) async throws {
    try await LogFolder.use { folder in
      let log = try folder.write(Data(SubmissionLog.text(0..<9).utf8), to: "mail.log")
      let files = FileManager.default
      try files.createDirectory(atPath: folder.path("real"), withIntermediateDirectories: true)
      try files.createSymbolicLink(atPath: folder.path("link"), withDestinationPath: "real/state.sqlite")
      try files.createSymbolicLink(atPath: folder.path("away"), withDestinationPath: folder.path("real"))
      try files.createSymbolicLink(atPath: folder.path("chain"), withDestinationPath: "link")
      let held = try StateSession.lock(folder.path("real/state.sqlite"), Timestamp(seconds: 1_790_000_000))
      // Also before there is a state.
      #expect(try StateAccessTests.audit(log, folder.path(name)).status == 75)
      withExtendedLifetime(held) {}
    }
    try await LogFolder.use { folder in
      let log = try folder.write(Data(SubmissionLog.text(0..<9).utf8), to: "mail.log")
      let files = FileManager.default
      _ = try StateAccessTests.audit(log, folder.path("real/state.sqlite"))
      try files.createSymbolicLink(atPath: folder.path("link"), withDestinationPath: "real/state.sqlite")
      do {
        let held = try StateSession.lock(folder.path("link"), Timestamp(seconds: 1_790_000_000))
        #expect(try StateAccessTests.audit(log, folder.path("real/state.sqlite")).status == 75)
        withExtendedLifetime(held) {}
      }
      let size = try files.attributesOfItem(atPath: folder.path("real/state.sqlite"))[.size] as? Int
      let check = try ProgramRun(["state", "check", "--state", folder.path("link")])
      #expect(check.text.contains("sound, \(size ?? 0) bytes"), "\(check.text)")
    }
  }

  @Test("a log that was counted for one server is not counted for another in the same state")
  func servers() async throws {
    try await LogFolder.use { folder in
      let log = try folder.write(Data(SubmissionLog.text(0..<20).utf8), to: "logs/mail.log")
      let state = folder.path("state.sqlite")
      _ = try StateAccessTests.audit(log, state, server: "before")
      let renamed = try StateAccessTests.audit(log, state, server: "after")
      #expect(renamed.status == 3 && renamed.notes.contains("--server-name before"), "\(renamed.notes)")
      #expect(try ReportText(renamed.output).number("totals.messages") == 20)
      // Another server's log goes with it, also when it begins with the same line.
      let first = SubmissionLog.text(0..<1).prefix { $0 != "\n" } + "\n"
      let other = try folder.write(Data((first + SubmissionLog.text(100..<105)).utf8), to: "other/mail.log")
      let both = try StateAccessTests.audit(other, state, server: "after")
      #expect(both.status == 0, "\(both.notes)")
      #expect(try ReportText(both.output).number("totals.messages") == 25)
      #expect(try StateAccessTests.audit(log, state, server: "before").status == 0)
    }
  }

  @Test("a folder in which everybody may put files is no place for a state")
  func openFolder() async throws {
    try await LogFolder.use { folder in
      let log = try folder.write(Data(SubmissionLog.text(0..<9).utf8), to: "mail.log")
      let open = folder.path("open")
      try FileManager.default.createDirectory(atPath: open, withIntermediateDirectories: true)
      try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: open)
      let run = try StateAccessTests.audit(log, open + "/state.sqlite")
      #expect(run.status == 73 && run.notes.contains("chmod o-w"), "\(run.notes)")
      #expect(try FileManager.default.contentsOfDirectory(atPath: open).isEmpty)
      // What a folder for temporary files allows: nobody takes another's file away.
      try FileManager.default.setAttributes([.posixPermissions: 0o1777], ofItemAtPath: open)
      #expect(try StateAccessTests.audit(log, open + "/state.sqlite").status == 0)
    }
  }

  @Test("merging a state that is not there makes none")
  func mergeOfNothing() async throws {
    try await LogFolder.use { folder in
      let run = try ProgramRun(["state", "merge", folder.path("none"), "--into", folder.path("new")])
      #expect(run.status == 66 && !FileManager.default.fileExists(atPath: folder.path("new")), "\(run.notes)")
    }
  }

  @Test("a report on a state whose first run has not ended says so")
  func firstRun() async throws {
    try await LogFolder.use { folder in
      let state = folder.path("state.sqlite")
      _ = try StateFile(path: state, mayCreate: true).part(server: "mail", origin: "00ff")
      let run = try ProgramRun(["report", "--state", state, "--json"])
      #expect(run.status == 0 && run.notes.contains("no run on \(state) has come to its end yet"), "\(run.notes)")
    }
  }

  @Test("a window that ends before it begins is a fault of the command line", arguments: [true, false])
  func emptyWindow(hasState: Bool) async throws {
    try await LogFolder.use { folder in
      let log = try folder.write(Data(SubmissionLog.text(0..<9).utf8), to: "mail.log")
      let state = hasState ? ["--state", folder.path("state.sqlite")] : []
      for until in ["2026-03-10", "2026-03-16"] {
        let run = try ProgramRun(["audit", log, "--json", "--since", "2026-03-16", "--until", until] + state)
        #expect(run.status == 64 && run.notes.contains("--until"), "\(run.notes)")
      }
      let run = try ProgramRun(["audit", log, "--json", "--since", "2026-03-16", "--until", "2026-03-17"] + state)
      #expect(try ReportText(run.output).number("totals.messages") == 9)
    }
  }

  @Test("a log with stamps of the future is named, and what was counted of it can be removed")
  func future() async throws {
    try await LogFolder.use { folder in
      let log = try folder.write(
        Data((SubmissionLog.text(0..<9) + SubmissionLog.text(9..<10, day: "2126-01-01")).utf8), to: "mail.log")
      let state = folder.path("state.sqlite")
      let run = try StateAccessTests.audit(log, state)
      #expect(run.notes.contains("lines of the future, up to 2126-01-01"), "\(run.notes)")
      let purge = try ProgramRun(["state", "purge", "--newer-than", "0d", "--state", state])
      #expect(purge.text.hasPrefix("removed: 1 days after 20"), "\(purge.text)\(purge.notes)")
      let report = try ReportText(StateAccessTests.audit(log, state).output)
      #expect(report.number("totals.messages") == 9)
      #expect(try !ProgramRun(["report", "--state", state, "--json"]).text.contains("2126"))
      #expect(try ProgramRun(["state", "purge", "--state", state]).status == 64)
    }
  }
}
