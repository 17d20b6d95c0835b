import Foundation
import Testing

/// The period of a report: what was asked for, and what was counted.
@Suite("Period")
struct PeriodTests {
  private static func folder(_ body: (LogFolder) throws -> Void) async throws {
    try await LogFolder.use { folder in
      for day in [16, 17] {
        var talk = IceWarpTalk(client: "198.51.100.\(day)")
        talk.time = "2026-03-\(day) 10:00:00"
        let summary = talk.line("*** <user\(day)@example.com> <a@example.net> 1 2804 00:00:01 OK YAR93710")
        try folder.write(talk.submission(by: "user\(day)@example.com") + [summary], to: "logs/202603\(day)-00.log")
      }
      try body(folder)
    }
  }

  private static let common = ["--json", "--quiet", "--utc-offset", "+00:00"]

  @Test(
    "a period without sessions is no wrong folder and no low log level, and does not end before it begins",
    arguments: [["--since", "2026-04-01"], ["--until", "2026-03-01"]])
  func empty(period: [String]) async throws {
    try await PeriodTests.folder { folder in
      let state = ["--state", folder.path("state.sqlite")]
      let audit = ["audit", folder.path("logs")]
      for arguments in [audit, audit + state, ["report"] + state] {
        let more = arguments[0] == "report" ? ["--json", "--quiet", "--utc-offset", "+00:00"] : PeriodTests.common
        let report = try ReportText(ProgramRun(arguments + more + period).output)
        #expect(report.warnings == ["nothingInPeriod"], "\(arguments)")
        #expect(report.number("totals.sessions") == 0)
        let from = try #require(report["window.from"] as? String)
        let to = try #require(report["window.to"] as? String)
        #expect(from <= to)
      }
      #expect(try ProgramRun(audit + ["--quiet", "--exit-code"] + period).status == 1)
    }
  }

  @Test("a period that ends before it begins is refused")
  func backwards() async throws {
    try await PeriodTests.folder { folder in
      let period = ["--since", "2026-03-17", "--until", "2026-03-17"]
      let run = try ProgramRun(["audit", folder.path("logs")] + period)
      #expect(run.status == 64)
      #expect(run.notes.contains("there is no period between them"))
    }
  }

  @Test("a report from a state names the days that it counts")
  func wholeDays() async throws {
    try await PeriodTests.folder { folder in
      let state = ["--state", folder.path("state.sqlite")]
      #expect(try ProgramRun(["audit", folder.path("logs"), "--quiet"] + state).status == 0)
      let report = try ReportText(
        ProgramRun(
          ["report"] + state + PeriodTests.common + ["--since", "2026-03-16T12:00", "--until", "2026-03-16T20:00"]
        ).output)
      #expect(report.identities == ["user16@example.com"], "the whole day, though the session came before noon")
      #expect(report["window.from"] as? String == "2026-03-16T00:00:00Z")
      #expect(report["window.to"] as? String == "2026-03-17T00:00:00Z")
    }
  }

  @Test("a path that is not there stands among the sources, and the answer is not that the port can be closed")
  func missing() async throws {
    try await LogFolder.use { folder in
      var talk = IceWarpTalk()
      talk.port = 587
      try folder.write(talk.submission(by: "ana@example.com"), to: "s20260316-00.log")
      let log = folder.path("s20260316-00.log")
      #expect(try ProgramRun(["audit", log, "--quiet", "--exit-code"]).status == 0)
      let run = try ProgramRun(["audit", log, folder.path("gone.log"), "--json", "--quiet"])
      #expect(run.status == 3)
      let report = try ReportText(run.output)
      #expect(report.list("sources").map { $0["complete"] as? Bool } == [true, false])
      #expect(report.warnings == ["incompleteSource"])
      let text = String(
        decoding: try ProgramRun(["audit", log, folder.path("gone.log"), "--language", "en"]).output, as: UTF8.self)
      #expect(text.contains("1 log could not be read to its end"))
      #expect(text.contains("a part of the logs could not be read"))
    }
  }

  @Test("a login without a name, and no login at all, are an answer for scripts as well")
  func exitCode() async throws {
    try await LogFolder.use { folder in
      func log(_ counters: String) -> Data {
        let head = "2026-03-16T10:00:00+00:00 mail postfix/smtpd[7]: "
        return Data(
          "\(head)connect from pc[198.51.100.7]\n\(head)disconnect from pc[198.51.100.7] \(counters)\n".utf8)
      }
      for (counters, status) in [("ehlo=1 auth=1 quit=1", Int32(1)), ("ehlo=1 quit=1", 1)] {
        try folder.write(log(counters), to: "mail.log")
        #expect(try ProgramRun(["audit", folder.path("mail.log"), "--quiet", "--exit-code"]).status == status)
      }
    }
  }
}
