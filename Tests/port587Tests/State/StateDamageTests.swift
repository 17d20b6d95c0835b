import Foundation
import Testing

/// A byte that changed in the state is harmless or refused; wrong figures are never shown.
@Suite("State, damage")
struct StateDamageTests {
  @Test("a flipped byte anywhere")
  func flips() async throws {
    try await LogFolder.use { folder in
      var chance = Chance(seed: 19)
      let script = LogScript(sessions: 1500, chance: &chance)
      let log = try folder.write(Data(script.text.utf8), to: "logs/mail.log")
      let state = folder.path("state.sqlite")
      let arguments = ["audit", log, "--state", state, "--json", "--quiet", "--server-name", "mail"]
      let first = try ProgramRun(arguments)
      #expect(first.status == 0)
      let expected = try ReportText(first.output).comparable
      let sound = try Data(contentsOf: URL(fileURLWithPath: state))
      var refused = 0
      for _ in 0..<150 {
        var bytes = sound
        let place = chance.next(bytes.count)
        bytes[place] ^= UInt8(1 << chance.next(8))
        for suffix in ["-wal", "-shm", ".damaged"] { try? FileManager.default.removeItem(atPath: state + suffix) }
        try bytes.write(to: URL(fileURLWithPath: state))
        let run = try ProgramRun(arguments)
        if run.status == 0 {
          #expect(try ReportText(run.output).comparable == expected, "byte \(place)")
        } else {
          refused += 1
          #expect(run.status == 74 || run.status == 78, "byte \(place): \(run.status) \(run.notes)")
          #expect(run.output.isEmpty)
          #expect(try Data(contentsOf: URL(fileURLWithPath: state)) == bytes, "byte \(place): the file was changed")
        }
      }
      // Most of a small state is room that no table uses: each empty table and index is a page of it.
      #expect(refused > 18, "\(refused) of 150 were refused")
    }
  }

  @Test("a damaged state stays where it is, with a copy beside it, and the next run refuses it again")
  func aside() async throws {
    try await LogFolder.use { folder in
      let log = try folder.write(IceWarpTalk().submission(by: "ana@example.com"), to: LogFolder.monday)
      let begin = Data("SQLite format 3\0".utf8)
      let state = try folder.write(begin + Data(repeating: 7, count: 9000 - begin.count), to: "state.sqlite")
      try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: state)
      for _ in 0..<2 {
        let run = try ProgramRun(["audit", log, "--state", state, "--quiet"])
        #expect(run.status == 74)
        #expect(run.notes.contains("is damaged"))
        #expect(run.notes.contains("a copy of it is kept as \(state).damaged"))
      }
      let mode = try FileManager.default.attributesOfItem(atPath: state + ".damaged")[.posixPermissions] as? NSNumber
      #expect(mode?.intValue == 0o600)
      #expect(try Data(contentsOf: URL(fileURLWithPath: state + ".damaged")).count == 9000)
      #expect(try Data(contentsOf: URL(fileURLWithPath: state)).count == 9000)
    }
  }

  @Test(
    "a file that is no state is left alone, and nothing is made beside it",
    arguments: [
      ["audit", "s20260316-00.log", "--quiet"], ["report"], ["state", "check"],
      ["notify", "status", "--cutover", "2026-12-15"],
    ])
  func foreign(words: [String]) async throws {
    try await LogFolder.use { folder in
      try folder.write(IceWarpTalk().submission(by: "ana@example.com"), to: LogFolder.monday)
      try folder.write(["Mar 16 02:40:01 mail postfix/smtpd[1]: connect from unknown[192.0.2.1]"], to: "mail.log")
      let run = try ProgramRun(words + ["--state", "mail.log"], folder: folder.url)
      #expect(run.status == 74)
      #expect(run.notes.contains("mail.log is no state of port587. Nothing was read or changed"), "\(run.notes)")
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
      #expect(names.sorted() == ["mail.log", LogFolder.monday])
    }
  }

  @Test("a full disk: nothing is half written, and the next run goes on")
  func fullDisk() async throws {
    try await LogFolder.use { folder in
      var chance = Chance(seed: 3)
      let log = try folder.write(Data(LogScript(sessions: 400, chance: &chance).text.utf8), to: "logs/mail.log")
      let state = folder.path("state.sqlite")
      // A limit on the size of files stands for the disk's. The thread sanitizer maps a temporary file of its own at the
      // start, and dies of SIGBUS when the limit has cut it; without a folder for it, it does without.
      let small = try ProgramRun(
        shell: """
          trap '' XFSZ; ulimit -f 16; export TMPDIR=/nowhere
          exec "$PORT587" audit '\(log)' --state '\(state)' --quiet --server-name mail
          """)
      #expect(small.status == 74, "\(small.status) \(small.notes)")
      let next = try ProgramRun(["audit", log, "--state", state, "--quiet", "--json", "--server-name", "mail"])
      let whole = try ProgramRun(["audit", log, "--quiet", "--json"])
      #expect(next.status == 0, "\(next.notes)")
      #expect(try ReportText(next.output).comparable == ReportText(whole.output).comparable)
    }
  }
}
