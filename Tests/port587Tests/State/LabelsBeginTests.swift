import Foundation
import TestSupport
import Testing

/// Labels that begin on the way, however the log comes: cut, in several folders, over runs, with today's list of services.
@Suite("Labels that begin on the way")
struct LabelsBeginTests {
  /// The lines of the story, by day.
  private static func days() throws -> [String] {
    let path = SourceTree.root.appendingPathComponent("fixtures/logs/postfix-labels-begin/mail.log")
    let lines = try String(contentsOf: path, encoding: .utf8).split(separator: "\n").map { $0 + "\n" }
    return ["2026-11-10", "2026-11-11", "2026-11-12"].map { day in lines.filter { $0.hasPrefix(day) }.joined() }
  }

  private static func ports(_ report: ReportText) -> [String: [String: Int]] {
    var ports: [String: [String: Int]] = [:]
    for user in report.list("users") {
      guard let identity = user["identity"] as? String, let uses = user["ports"] as? [String: [String: Any]] else {
        continue
      }
      ports[String(identity.prefix { $0 != "@" })] = uses.compactMapValues { $0["sessions"] as? Int }
    }
    return ports
  }

  private static let truth = [
    "alice": ["587": 2, "unknown": 2], "bob": ["25": 2, "unknown": 1], "carol": ["465": 1, "unknown": 1],
    "dave": ["unknown": 1], "erin": ["25": 1],
  ]

  private static func run(_ arguments: [String]) throws -> ReportText {
    let run = try ProgramRun(
      arguments + ["--json", "--quiet", "--utc-offset", "+00:00", "--server-name", "mail"])
    #expect(run.status == 0, "\(run.notes)")
    return try ReportText(run.output)
  }

  /// Which days each run of a state finds new, and in which folder the first day lies.
  struct Course: Sendable, CustomTestStringConvertible {
    var runs: [[Int]]
    var testDescription: String { runs.map { "\($0)" }.joined(separator: " then ") }
  }

  @Test(
    "over runs, in order and not",
    arguments: [
      Course(runs: [[0, 1, 2]]), Course(runs: [[0], [1], [2]]), Course(runs: [[0], [1, 2]]),
      Course(runs: [[1, 2], [0]]),
      Course(runs: [[2], [1], [0]]), Course(runs: [[1], [0], [2]]), Course(runs: [[0, 2], [1]]),
    ])
  func courses(_ course: Course) async throws {
    try await LogFolder.use { folder in
      let days = try Self.days()
      var report: ReportText?
      for run in course.runs {
        for day in run { try folder.write(Data(days[day].utf8), to: "logs/\(day)/mail.log") }
        report = try Self.run(["audit", folder.path("logs"), "--state", folder.path("state.sqlite")])
      }
      #expect(try Self.ports(#require(report)) == Self.truth)
      let again = try ProgramRun(["report", "--state", folder.path("state.sqlite"), "--json", "--utc-offset", "+00:00"])
      #expect(try Self.ports(ReportText(again.output)) == Self.truth)
      for threads in ["1", "2"] {
        let plain = try Self.run(["audit", folder.path("logs"), "--threads", threads])
        #expect(Self.ports(plain) == Self.truth)
      }
    }
  }

  @Test("a report of later days alone knows of the labels")
  func laterDays() async throws {
    try await LogFolder.use { folder in
      try folder.write(Data(try Self.days().joined().utf8), to: "logs/mail.log")
      _ = try Self.run(["audit", folder.path("logs"), "--state", folder.path("state.sqlite")])
      let run = try ProgramRun([
        "report", "--state", folder.path("state.sqlite"), "--since", "2026-11-12", "--json", "--utc-offset", "+00:00",
      ])
      #expect(try Self.ports(ReportText(run.output)) == ["alice": ["587": 1], "bob": ["25": 1], "erin": ["25": 1]])
    }
  }

  @Test("labels of one server say nothing of another with its name")
  func merged() async throws {
    try await LogFolder.use { folder in
      let days = try Self.days()
      let names = ["one", "two"]
      for (name, text) in zip(names, [days[0], days[1] + days[2]]) {
        let log = try folder.write(Data(text.utf8), to: "\(name)/mail.log")
        _ = try Self.run(["audit", log, "--state", folder.path("\(name).sqlite")])
      }
      let whole = folder.path("whole.sqlite")
      #expect(
        try ProgramRun(["state", "merge"] + names.map { folder.path("\($0).sqlite") } + ["--into", whole]).status == 0)
      let run = try ProgramRun(["report", "--state", whole, "--json", "--utc-offset", "+00:00"])
      #expect(try Self.ports(ReportText(run.output)) == Self.truth)
    }
  }

  @Test("today's list of services says nothing of the time before its labels")
  func services() async throws {
    try await LogFolder.use { folder in
      try folder.write(Data(try Self.days().joined().utf8), to: "logs/mail.log")
      let list = """
        smtp inet n - y - - smtpd
        submission inet n - y - - smtpd -o syslog_name=postfix/submission -o smtpd_tls_security_level=encrypt
        smtps inet n - y - - smtpd -o syslog_name=postfix/smtps -o smtpd_tls_wrappermode=yes

        """
      let services = try folder.write(Data(list.utf8), to: "services.txt")
      let report = try Self.run(["audit", folder.path("logs"), "--postfix-services", services])
      #expect(Self.ports(report) == Self.truth)
      // What was advised is there, and of no use for the time before.
      let advice = report.list("portAdvice").first?["remedies"] as? [String]
      #expect(advice?.contains("postfixSyslogName") == false && advice?.contains("postfixServices") == false)
    }
  }
}
