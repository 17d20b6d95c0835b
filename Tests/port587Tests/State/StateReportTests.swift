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
    "what cannot be",
    arguments: [
      (["report"], 64), (["report", "x.log", "--state", "x"], 64), (["report", "--state", "/nonexistent/x"], 66),
    ] as [([String], Int32)])
  func faults(arguments: [String], status: Int32) throws {
    #expect(try ProgramRun(arguments).status == status)
  }
}
