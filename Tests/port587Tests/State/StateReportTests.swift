import Foundation
import Testing

/// `port587 report`: what the last audit printed, without its logs.
@Suite("State, report")
struct StateReportTests {
  @Test("the report from the state is the one that the last audit printed")
  func same() async throws {
    try await LogFolder.use { folder in
      for day in [16, 17] {
        var talk = IceWarpTalk(client: "198.51.100.\(day)")
        talk.time = "2026-03-\(day) 10:00:00"
        try folder.write(
          talk.submission(by: "user\(day)@example.com") + ["no line of a log"], to: "logs/s202603\(day)-00.log")
      }
      let state = folder.path("state.sqlite")
      let options = ["--state", state, "--json", "--quiet"]
      let audit = try ReportText(ProgramRun(["audit", folder.path("logs")] + options).output)
      try FileManager.default.removeItem(atPath: folder.path("logs"))
      let report = try ReportText(ProgramRun(["report"] + options).output)
      func bare(_ report: ReportText) throws -> Data {
        var fields = report.fields
        fields["generatedAt"] = nil
        return try JSONSerialization.data(withJSONObject: fields, options: .sortedKeys)
      }
      #expect(try bare(report) == bare(audit))
      #expect(report.list("sources").count == 2)
      let window = try ReportText(ProgramRun(["report", "--since", "2026-03-17"] + options).output)
      #expect(window.identities == ["user17@example.com"])
      let page = try ProgramRun(["report", "--state", state, "--output", folder.path("out"), "--quiet"])
      #expect(page.status == 0)
      #expect(FileManager.default.fileExists(atPath: folder.path("out/report.html")))
    }
  }

  @Test(
    "the window of whole days is by the clock of the logs, whatever this machine's is",
    arguments: ["UTC", "Asia/Tokyo"])
  func window(zone: String) async throws {
    try await LogFolder.use { folder in
      let lines = ["2026-03-15T12:00", "2026-03-16T00:10", "2026-03-16T23:50", "2026-03-17T12:00"].enumerated().flatMap
      {
        number, time in
        [
          "\(time):00-03:00 mail postfix/submission/smtpd[\(number)]: connect from unknown[198.51.100.7]",
          "\(time):01-03:00 mail postfix/submission/smtpd[\(number)]: AAAAA\(number): client=unknown[198.51.100.7], sasl_method=PLAIN, sasl_username=ana@example.org",
          "\(time):02-03:00 mail postfix/submission/smtpd[\(number)]: disconnect from unknown[198.51.100.7] ehlo=2 starttls=1 auth=1 mail=1 rcpt=1 data=1 quit=1 commands=8",
        ]
      }
      let log = try folder.write(lines, to: "mail.log")
      let state = folder.path("state.sqlite")
      let here = ["TZ": zone]
      let audit = try ProgramRun(["audit", log, "--state", state, "--quiet"], environment: here)
      #expect(audit.status == 0, "\(audit.notes)")
      let run = try ProgramRun(
        ["report", "--state", state, "--since", "2026-03-16", "--until", "2026-03-17", "--json", "--quiet"],
        environment: here)
      let report = try ReportText(run.output)
      #expect(report.number("totals.messages") == 2)
      let window = try #require(report.fields["window"] as? [String: Any])
      #expect(window["from"] as? String == "2026-03-16T03:00:00Z", "\(window)")
      #expect((window["to"] as? String)?.hasPrefix("2026-03-17T0") == true, "\(window)")
    }
  }

  @Test(
    "what cannot be",
    arguments: [
      (["report"], 64), (["report", "x.log", "--state", "x"], 64), (["report", "--state", "/nonexistent/x"], 66),
    ] as [([String], Int32)])
  func faults(arguments: [String], status: Int32) throws {
    #expect(try ProgramRun(arguments).status == status)
  }
}
