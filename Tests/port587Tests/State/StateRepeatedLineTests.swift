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
}
