import Foundation
import Testing

/// A run that is killed leaves the state as it was before or after a commit, never between.
@Suite("State, killed runs")
struct StateKillTests {
  @Test("hundreds of kills, and the totals are those of one undisturbed audit")
  func kills() async throws {
    try await LogFolder.use { folder in
      var chance = Chance(seed: 587)
      let script = LogScript(sessions: 600, chance: &chance)
      // Several files and small commits, so that a kill finds the run in every stage.
      let size = script.lines.count / 6 + 1
      for (number, start) in stride(from: 0, to: script.lines.count, by: size).enumerated() {
        let lines = script.lines[start..<min(start + size, script.lines.count)]
        try folder.write(Data(lines.joined().utf8), to: "logs/mail.log-2026031\(number)")
      }
      let arguments = [
        "audit", folder.path("logs"), "--state", folder.path("state.sqlite"), "--commit-every", "4000", "--json",
        "--quiet", "--server-name", "mail",
      ]
      // A kill falls into the time that a run takes on this machine.
      let begin = Date()
      #expect(try ProgramRun(arguments).status == 0)
      let duration = Int(Date().timeIntervalSince(begin) * 1_000_000)
      var killed = 0
      var completed = 0
      while killed < 200, completed < 400 {
        // Each tenth time the state begins anew: then there is much to do.
        if killed % 10 == 0 {
          for suffix in ["", "-wal", "-shm"] {
            try? FileManager.default.removeItem(atPath: folder.path("state.sqlite" + suffix))
          }
        }
        if try ProgramRun.kill(arguments, after: chance.next(max(1, duration))) {
          killed += 1
        } else {
          completed += 1
        }
      }
      #expect(killed >= 100, "only \(killed) runs were killed")
      let last = try ProgramRun(arguments)
      #expect(last.status == 0, "\(last.notes)")
      let whole = try ProgramRun(["audit", folder.path("logs"), "--json", "--quiet"])
      #expect(try ReportText(last.output).comparable == ReportText(whole.output).comparable)
    }
  }

  @Test("killed while the state is made: the next run makes it to its end")
  func killedAtBirth() async throws {
    try await LogFolder.use { folder in
      try folder.write(IceWarpTalk().submission(by: "ana@example.com"), to: LogFolder.monday)
      let arguments = ["audit", folder.path(LogFolder.monday), "--state", folder.path("state.sqlite"), "--quiet"]
      let begin = Date()
      #expect(try ProgramRun(arguments).status == 0)
      let duration = Date().timeIntervalSince(begin) * 1_000_000
      for step in 0..<60 {
        for suffix in ["", "-wal", "-shm"] {
          try? FileManager.default.removeItem(atPath: folder.path("state.sqlite" + suffix))
        }
        _ = try ProgramRun.kill(arguments, after: Int(duration * Double(step) / 60))
        let next = try ProgramRun(arguments)
        #expect(next.status == 0, "killed at step \(step): \(next.notes)")
      }
    }
  }

  @Test("a second run leaves at once and says who holds the lock")
  func lock() async throws {
    try await LogFolder.use { folder in
      try folder.write(IceWarpTalk().submission(by: "ana@example.com"), to: LogFolder.monday)
      let path = folder.path("state.sqlite")
      let run = try ProgramRun(
        shell: """
          exec 9>>'\(path).lock'; flock -x 9; echo 'process 4711 since 2026-03-16T10:00:00Z' > '\(path).lock'
          "$PORT587" audit '\(folder.path(LogFolder.monday))' --state '\(path)' --quiet; echo "status $?"
          """)
      #expect(run.text.contains("status 75"))
      #expect(run.notes.contains("process 4711 since 2026-03-16T10:00:00Z"))
      #expect(!FileManager.default.fileExists(atPath: path))
    }
  }
}
