import Foundation
import TestSupport
import Testing

/// A syslog daemon writes all mail to two files that are rotated at different times, and every run counts it once.
@Suite("State, the same mail in two files")
struct StateRepeatedLineTests {
  /// `/var/log` of Debian: mail.log is rotated every few days, syslog every day.
  private struct VarLog {
    let folder: LogFolder

    func append(_ text: String, to name: String) throws {
      let path = folder.path("logs/" + name)
      if !FileManager.default.fileExists(atPath: path) { try folder.write(Data(), to: "logs/" + name) }
      let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
      try file.seekToEnd()
      try file.write(contentsOf: Data(text.utf8))
      try file.close()
    }

    /// As `logrotate` does it with `delaycompress`: the second generation is packed, the one beyond the last is removed.
    func rotate(_ name: String, keeping count: Int) throws {
      let files = FileManager.default
      func path(_ number: Int) -> String { folder.path("logs/\(name)" + (number > 0 ? ".\(number)" : "")) }
      guard files.fileExists(atPath: path(0)) else { return }
      try? files.removeItem(atPath: path(count) + ".gz")
      for number in stride(from: count - 1, to: 1, by: -1) where files.fileExists(atPath: path(number) + ".gz") {
        try files.moveItem(atPath: path(number) + ".gz", toPath: path(number + 1) + ".gz")
      }
      if files.fileExists(atPath: path(1)) {
        let bytes = try Array(Data(contentsOf: URL(fileURLWithPath: path(1))))
        ArchiveWriter.write(path(2) + ".gz", filter: .gzip, format: .raw, members: [(name, bytes)])
        try files.removeItem(atPath: path(1))
      }
      try files.moveItem(atPath: path(0), toPath: path(1))
    }

    func run() throws -> ReportText {
      let run = try ProgramRun([
        "audit", folder.path("logs"), "--state", folder.path("state.sqlite"), "--json", "--server-name", "mail",
      ])
      #expect(run.status == 0, "\(run.notes)")
      #expect(!run.notes.contains("count twice"), "\(run.notes)")
      return try ReportText(run.output)
    }
  }

  @Test("daily and weekly rotation, runs at any time", arguments: [1, 2, 3])
  func debian(seed: Int) async throws {
    try await LogFolder.use { folder in
      let log = VarLog(folder: folder)
      var sessions = 0
      for day in 10..<22 {
        // Rotation is at six in the morning: some mail of the day is in the older files.
        for (part, range) in [0..<10, 10..<30, 30..<50].enumerated() {
          if part == 1 {
            try log.rotate("syslog", keeping: 3)
            if day % 4 == seed { try log.rotate("mail.log", keeping: 2) }
          }
          let text = SubmissionLog.text(range, day: "2026-03-\(day)")
          let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
          // One of the two is a line or two ahead when a run comes.
          let ahead = (day + part) % 3
          let early = lines.dropLast(ahead + 1).joined(separator: "\n") + "\n"
          let late = lines.suffix(ahead + 1).joined(separator: "\n")
          let noise = "2026-03-\(day)T08:00:00.000000+00:00 mail CRON[99]: (root) CMD (run-parts)\n"
          try log.append(noise + (day % 2 == 0 ? text : early), to: "syslog")
          try log.append(day % 2 == 0 ? early : text, to: "mail.log")
          sessions += range.count
          if (day * 3 + part) % (seed + 1) == 0 { _ = try log.run() }
          try log.append(late, to: day % 2 == 0 ? "mail.log" : "syslog")
        }
        if day % seed == 0 {
          let report = try log.run()
          #expect(report.number("totals.authenticatedSessions") == sessions, "day \(day)")
        }
      }
      #expect(try log.run().number("totals.authenticatedSessions") == sessions)
      let files = try FileManager.default.contentsOfDirectory(atPath: folder.path("logs"))
      #expect(files.contains("syslog.3.gz") && files.contains("mail.log.2.gz"))
    }
  }

  @Test("syslog alone has what came after mail.log was given up")
  func givenUp() async throws {
    try await LogFolder.use { folder in
      let log = VarLog(folder: folder)
      let first = SubmissionLog.text(0..<20)
      try log.append(first, to: "mail.log")
      try log.append("2026-03-16T08:00:00.000000+00:00 mail CRON[99]: (root) CMD (run-parts)\n" + first, to: "syslog")
      let report = try log.run()
      #expect(report.number("totals.authenticatedSessions") == 20)
      #expect(report.warnings.contains("duplicateSource"))
      try log.append(SubmissionLog.text(100..<140), to: "syslog")
      let later = try log.run()
      #expect(later.number("totals.authenticatedSessions") == 60)
      #expect(!later.warnings.contains("overlappingSources"))
    }
  }

  @Test("mail.log that appears after syslog was counted goes on behind it", arguments: [0, 12, 20])
  func laterFile(begin: Int) async throws {
    try await LogFolder.use { folder in
      let log = VarLog(folder: folder)
      try log.append("2026-03-16T07:00:00.000000+00:00 mail CRON[99]: (root) CMD (run-parts)\n", to: "syslog")
      try log.append(SubmissionLog.text(0..<20), to: "syslog")
      #expect(try log.run().number("totals.authenticatedSessions") == 20)
      // One has come to both meanwhile.
      try log.append(SubmissionLog.text(20..<21), to: "syslog")
      try log.append(SubmissionLog.text(begin..<21), to: "mail.log")
      #expect(try log.run().number("totals.authenticatedSessions") == 21)
      #expect(try log.run().number("totals.authenticatedSessions") == 21)
      for range in [21..<30, 30..<31] {
        for name in ["syslog", "mail.log"] { try log.append(SubmissionLog.text(range), to: name) }
        #expect(try log.run().number("totals.authenticatedSessions") == range.upperBound)
      }
    }
  }

  @Test("Of a syslog that begins like mail.log and holds other mail too the other mail is read")
  func otherMail() async throws {
    try await LogFolder.use { folder in
      let log = VarLog(folder: folder)
      let other = SubmissionLog.text(20..<24).replacing("mail postfix", with: "mx3 postfix")
        .replacing("@example.com", with: "@example.net")
      for round in 0..<2 {
        let (begin, end) = (
          SubmissionLog.text(round * 40..<round * 40 + 20), SubmissionLog.text(round * 40 + 20..<round * 40 + 30)
        )
        try log.append(begin + end, to: "mail.log")
        try log.append(begin + (round == 0 ? other : "") + end, to: "syslog")
        let run = try ProgramRun([
          "audit", folder.path("logs"), "--state", folder.path("state.sqlite"), "--json", "--server-name", "mail",
        ])
        #expect(run.status == 0, "\(run.notes)")
        let report = try ReportText(run.output)
        #expect(report.number("totals.authenticatedSessions") == 34 + round * 30)
        #expect(report.identities.contains { $0.hasSuffix("@example.net") })
        #expect(!report.warnings.contains("overlappingSources"))
      }
    }
  }

  @Test(
    "The two files in two entries of a configuration",
    arguments: [["mail.log*", "syslog*"], ["syslog*", "mail.log*"]])
  func entries(patterns: [String]) async throws {
    try await LogFolder.use { folder in
      let log = VarLog(folder: folder)
      let entries = patterns.map { "  - paths: [\"logs/\($0)\"]\n    utc-offset: \"+00:00\"\n" }.joined()
      let file = try folder.write(
        Data("state: state.sqlite\nserver-name: mail\nsources:\n\(entries)".utf8), to: "port587.yaml")
      for round in 0..<3 {
        let text = SubmissionLog.text(round * 30..<round * 30 + 30)
        try log.append("2026-03-16T07:00:00.000000+00:00 mail CRON[99]: (root) CMD (run-parts)\n" + text, to: "syslog")
        try log.append(text, to: "mail.log")
        let run = try ProgramRun(["run", "--config", file])
        #expect(run.status == 0 && !run.notes.contains("count twice"), "\(run.notes)")
        let report = try ProgramRun(["report", "--json", "--state", folder.path("state.sqlite")])
        #expect(try ReportText(report.output).number("totals.authenticatedSessions") == round * 30 + 30)
      }
    }
  }
}
