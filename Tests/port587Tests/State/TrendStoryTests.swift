import Foundation
import Testing

/// Who moved, told from logs of several weeks that runs from cron read.
@Suite("State, trend")
struct TrendStoryTests {
  /// What each user does, day by day from 2026-03-02 on: `2` port 25, `5` port 587, `?` a port that the log does not tell, `r` refused on 25, `.` nothing.
  static let users: [(String, String)] = [
    ("ana", "222222222222222222222"), ("bruno", "222222222222255555555"), ("carla", "222225555555555555222"),
    ("dora", "222222222222............"), ("eva", "..................22."), ("fabio", "555555555555555555555"),
    ("gina", "?????????????????????"), ("helio", "5..................r."), ("iris", "...................r."),
    ("ivo", "22..................."),
    ("joao", "222222222222222......"),
  ]
  /// On this day the server wrote no log.
  static let gap = 8

  static func write(_ folder: LogFolder, days: Range<Int>) throws {
    for day in days where day != gap {
      var lines: [String] = []
      for (number, (name, story)) in users.enumerated() {
        let signs = Array(story)
        guard day < signs.count, signs[day] != "." else { continue }
        var talk = IceWarpTalk(client: "198.51.100.\(number + 1)")
        talk.time = "2026-03-\(day + 2 < 10 ? "0" : "")\(day + 2) 10:00:0\(number)"
        talk.thread = "00\(10 + number)"
        let user = "\(name)@example.com"
        switch signs[day] {
        case "5": talk.port = 587
        case "?": talk.port = nil
        default: talk.port = 25
        }
        if signs[day] == "r" {
          lines += talk.greeting
          lines += [
            talk.line("<<< MAIL FROM:<\(user)>"), talk.line(">>> 501 5.7.1 <\(user)>... Permission denied"),
          ]
          lines += talk.farewell
        } else if name == "ana", day == 20 {
          // The last day ends within this session: it is in no stored day.
          lines += talk.greeting + talk.login(user) + talk.message(from: user)
        } else {
          lines += talk.submission(by: user)
        }
      }
      let name = "logs/s202603\(day + 2 < 10 ? "0" : "")\(day + 2)-00.log"
      try folder.write(lines, to: name)
    }
  }

  static func group(_ report: ReportText, _ field: String, _ value: String) -> [String] {
    report.list("trend.users").filter { $0[field] as? String == value }
      .compactMap { ($0["identity"] as? String)?.split(separator: "@").first.map(String.init) }.sorted()
  }

  @Test("newly affected, moved, came back, gone silent, still there")
  func story() async throws {
    try await LogFolder.use { folder in
      let state = folder.path("state.sqlite")
      for days in [0..<5, 5..<12, 12..<20, 20..<21] {
        try Self.write(folder, days: days)
        #expect(try ProgramRun(["audit", folder.path("logs"), "--state", state, "--quiet"]).status == 0)
      }
      let options = ["--state", state, "--json", "--compare-to", "previous", "--cutover", "2026-04-01"]
      let report = try ReportText(ProgramRun(["report"] + options).output)
      #expect(Self.group(report, "movement", "newlyAffected") == ["eva", "helio"])
      #expect(Self.group(report, "movement", "moved") == ["bruno"])
      #expect(Self.group(report, "movement", "cameBack") == ["carla"])
      #expect(Self.group(report, "movement", "goneSilent") == ["dora"])
      #expect(Self.group(report, "movement", "stillThere") == ["ana", "joao"])
      #expect(report.number("trend.movement.groups.stillThere") == 2)
      #expect(report["trend.movement.before.from"] as? String == "2026-03-09")
      #expect(report.number("trend.movement.before.daysWithLogs") == 6)

      #expect(Self.group(report, "breaks", "now") == ["ana", "bruno", "carla", "dora", "eva", "joao"])
      #expect(Self.group(report, "breaks", "already") == ["helio"])
      #expect(Self.group(report, "breaks", "perhaps") == ["gina"])
      #expect(Self.group(report, "breaks", "onReturn") == ["ivo"])
      #expect(report["trend.verdict.answer"] as? String == "noGo")
      #expect(report["trend.daysWithoutLogs"] as? [String] == ["2026-03-10"])
      let days = report.list("trend.burnDown")
      #expect(days.first?["day"] as? String == "2026-03-08" && days.last?["day"] as? String == "2026-03-22")
      #expect(days.last?["users"] as? Int == 4 && days.last?["perhaps"] as? Int == 1)
      #expect(days.first?["users"] as? Int == 6)
      // Ana's last session is open still, and counts for its day.
      #expect(days.last?["usersThatDay"] as? Int == 2)

      let early = try ReportText(
        ProgramRun(["report", "--until", "2026-03-14", "--wave-days", "3"] + options).output)
      #expect(early["trend.days.to"] as? String == "2026-03-13")
      #expect(early["trend.recent.from"] as? String == "2026-03-11")
      #expect(Self.group(early, "movement", "newlyAffected") == [])
      let day = try ReportText(
        ProgramRun(["report", "--state", state, "--json", "--compare-to", "2026-03-08"]).output)
      #expect(Self.group(day, "movement", "goneSilent") == ["dora", "ivo"])
      #expect(Self.group(day, "movement", "stillThere") == ["ana", "carla", "joao"])
      #expect(day["trend.verdict"] == nil)
    }
  }

  @Test("files, and none of them without a state")
  func files() async throws {
    try await LogFolder.use { folder in
      try Self.write(folder, days: 0..<21)
      let output = folder.path("out")
      let plain = ["audit", folder.path("logs"), "--quiet", "--output"]
      #expect(try ProgramRun(plain + [output]).status == 0)
      #expect(!FileManager.default.fileExists(atPath: output + "/waves.csv"))
      let options = ["--state", folder.path("state.sqlite"), "--compare-to", "previous", "--cutover", "2026-04-01"]
      #expect(try ProgramRun(plain + [output] + options).status == 0)
      for name in ["waves.csv", "movement.csv"] {
        let text = try String(contentsOfFile: output + "/" + name, encoding: .utf8)
        #expect(text.contains("bruno@example.com"))
        let mode = try FileManager.default.attributesOfItem(atPath: output + "/" + name)[.posixPermissions] as? Int
        #expect(mode == 0o600)
      }
      // Lines end where the terminal does.
      let summary = try ProgramRun(["report", "--language", "en"] + options).text.replacing("\n", with: " ")
      #expect(summary.contains("Cut-over on 2026-04-01: No go: 6 users would be cut off"))
      #expect(summary.contains("newly affected 2, came back 1, still there 2, moved 1, gone silent 1"))
      // A report that has no waves leaves none of an earlier one beside it, and a file of somebody else alone.
      try folder.write(Data("movement,of,goods\r\n".utf8), to: "out/movement.csv")
      #expect(try ProgramRun(plain + [output]).status == 0)
      #expect(!FileManager.default.fileExists(atPath: output + "/waves.csv"))
      #expect(FileManager.default.fileExists(atPath: output + "/movement.csv"))
      #expect(try ProgramRun(plain + [output] + options).status == 0)
      #expect(try ProgramRun(plain + [output] + options.prefix(2)).status == 0)
      #expect(FileManager.default.fileExists(atPath: output + "/waves.csv"))
      #expect(!FileManager.default.fileExists(atPath: output + "/movement.csv"))
    }
  }

  @Test("run: the day of the cut-over stands in the configuration")
  func configured() async throws {
    try await LogFolder.use { folder in
      try Self.write(folder, days: 0..<21)
      let yaml = """
        sources:
          - paths: [logs]
        state: state.sqlite
        reports:
          - folder: out
        cutover: 2026-04-01
        compare-to: previous
        wave-days: 7

        """
      try Data(yaml.utf8).write(to: URL(fileURLWithPath: folder.path("port587.yaml")))
      let run = try ProgramRun(["run", "--config", folder.path("port587.yaml")])
      #expect(run.status == 0 && run.notes.isEmpty)
      let report = try ReportText(Data(contentsOf: URL(fileURLWithPath: folder.path("out/report.json"))))
      #expect(report["trend.verdict.day"] as? String == "2026-04-01")
      #expect(report["trend.recent.from"] as? String == "2026-03-16")
      #expect(Self.group(report, "movement", "cameBack") == ["carla"])
    }
  }

  @Test("what cannot be asked for")
  func faults() async throws {
    try await LogFolder.use { folder in
      try Self.write(folder, days: 0..<3)
      let state = folder.path("state.sqlite")
      #expect(try ProgramRun(["audit", folder.path("logs"), "--state", state, "--quiet"]).status == 0)
      let late = try ProgramRun(["report", "--state", state, "--compare-to", "2026-03-04"])
      #expect(late.status == 64 && late.notes.contains("--compare-to wants a day before 2026-02-26"))
      for arguments in [["--compare-to", "previous"], ["--wave-days", "7"], ["--cutover", "2026-04-01"]] {
        #expect(try ProgramRun(["audit", folder.path("logs")] + arguments).status == 64)
      }
      for arguments in [["--compare-to", "yesterday"], ["--wave-days", "0"], ["--cutover", "soon"]] {
        #expect(try ProgramRun(["report", "--state", state] + arguments).status == 64)
      }
      // There are no logs of the days before: nothing is called new.
      let report = try ReportText(
        ProgramRun(["report", "--state", state, "--json", "--compare-to", "previous"]).output)
      #expect(report.number("trend.movement.before.daysWithLogs") == 0)
      #expect(report.list("trend.users").allSatisfy { $0["movement"] == nil })
      #expect(report["trend.forecast.outcome"] as? String == "tooFewDays")
    }
  }
}
