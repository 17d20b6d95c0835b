import Foundation
import Testing

/// After the switch AUTH still succeeds on port 25 of an IceWarp server, and MAIL FROM is refused: such a login submits nothing.
@Suite("State, logins that are refused")
struct RefusedLoginTests {
  /// What each user does, day by day from 2026-03-01 on: `2` port 25, `5` port 587, `?` a port that the log does not tell, `r` a login on 25
  /// that is refused, `u` the same where the port is unknown, `.` nothing.
  private static func write(_ folder: LogFolder, _ users: [String: String], from first: Int = 0) throws {
    for day in first..<(users.values.map(\.count).max() ?? 0) {
      var lines: [String] = []
      for (number, (name, story)) in users.sorted(by: { $0.key < $1.key }).enumerated() {
        let signs = Array(story)
        guard day < signs.count, signs[day] != "." else { continue }
        var talk = IceWarpTalk(client: "198.51.100.\(number + 1)")
        talk.time = "2026-03-\(day < 9 ? "0" : "")\(day + 1) 10:00:0\(number)"
        talk.thread = "00\(10 + number)"
        let user = "\(name)@example.com"
        talk.port = ["2": 25, "r": 25, "5": 587][signs[day]]
        if signs[day] == "r" || signs[day] == "u" {
          lines += talk.greeting + talk.login(user)
          lines += [
            talk.line("<<< MAIL FROM:<\(user)>"), talk.line(">>> 501 5.7.1 <\(user)>... Permission denied"),
          ]
          lines += talk.farewell
        } else {
          lines += talk.submission(by: user)
        }
      }
      try folder.write(lines, to: "logs/s202603\(day < 9 ? "0" : "")\(day + 1)-00.log")
    }
  }

  private static func audit(_ folder: LogFolder, _ more: [String] = []) throws -> ProgramRun {
    try ProgramRun(
      ["audit", folder.path("logs"), "--language", "en", "--exit-code"]
        + (more.isEmpty
          ? ["--state", folder.path("state.sqlite"), "--server-name", "mx", "--cutover", "2026-03-10"] : more),
      environment: ["COLUMNS": "200"])
  }

  @Test("whoever moves after refusals keeps no port open")
  func movesAfterRefusals() async throws {
    try await LogFolder.use { folder in
      let rui = String(repeating: "5", count: 24)
      // Refused since the 10th, when the switch was, after messages on the days before.
      try Self.write(folder, ["ana": "222222222" + "rrrrrrrr", "rui": String(rui.prefix(17))])
      var run = try Self.audit(folder)
      #expect(run.status == 1)
      // Six of the messages of these days went through it.
      #expect(run.text.hasPrefix("Nobody submits on port 25 any more\n"), "\(run.text)")
      #expect(run.text.contains("1 user was refused and has sent nothing since."))
      #expect(run.text.contains("6 of 20"))
      for days in [18, 24] {
        try Self.write(
          folder, ["ana": "222222222" + "rrrrrrrr" + String(rui.prefix(days - 17)), "rui": String(rui.prefix(days))],
          from: days == 18 ? 17 : 18)
        run = try Self.audit(folder)
        #expect(run.status == 1)
        #expect(!run.text.contains("still"), "\(run.text)")
        #expect(run.text.contains("port 25 can be closed for submission"))
        #expect(run.text.contains("1 user has moved, and was refused at the last try on the old port"))
        #expect(run.text.contains("Go: nobody would be cut off"))
        #expect(run.text.contains("3: refused already (1)"))
        run = try Self.audit(folder, ["--since", "2026-03-10"])
        #expect(run.text.hasPrefix("Nobody submits on port 25 any more\n"), "\(run.text)")
      }
      #expect(try Self.audit(folder).text.hasPrefix("Nobody has submitted on port 25 in the last 14 days\n"))
    }
  }

  @Test("who submits there after a refusal still submits")
  func submitsAfterRefusals() async throws {
    try await LogFolder.use { folder in
      try Self.write(folder, ["ana": "2222rr22225555", "rui": "55555555555555"])
      #expect(try Self.audit(folder).text.hasPrefix("1 user still submits on port 25\n"))
      #expect(try Self.audit(folder, ["--since", "2026-03-02"]).text.hasPrefix("1 user still submits on port 25\n"))
    }
  }

  @Test("where the log tells no port, the refused are named and told")
  func unknownPorts() async throws {
    try await LogFolder.use { folder in
      // Ana is refused since the 10th, Leo in all that he ever tried; of Rui nothing is known.
      try Self.write(
        folder, ["ana": "?????????" + "uuuuuu", "leo": ".............uu", "rui": String(repeating: "?", count: 15)])
      let state = folder.path("state.sqlite")
      let run = try Self.audit(folder)
      #expect(run.text.hasPrefix("Nobody is known to submit on port 25\n"), "\(run.text)")
      #expect(run.text.contains("2 users were refused and have sent nothing since."))
      #expect(run.text.contains("The port of 1 user is unknown."))
      let report = try ReportText(ProgramRun(["report", "--state", state, "--json"]).output)
      let users = Dictionary(
        uniqueKeysWithValues: report.list("users").map { ($0["identity"] as? String ?? "", $0) })
      #expect(users["leo@example.com"]?["readiness"] as? String == "blocked")
      #expect(users["ana@example.com"]?["readiness"] as? String == "unknown")
      #expect(users["ana@example.com"]?["isRefusedLast"] as? Bool == true)
      #expect(users["rui@example.com"]?["isRefusedLast"] == nil)
      #expect(TrendStoryTests.group(report, "breaks", "already") == ["ana", "leo"])
      #expect(TrendStoryTests.group(report, "breaks", "perhaps") == ["rui"])
      let later = try ReportText(
        ProgramRun(["report", "--state", state, "--json", "--since", "2026-03-10"]).output)
      #expect(later.number("totals.readiness.blocked") == 2)
      let notices = try ProgramRun([
        "notify", "--state", state, "--since", "2026-03-01", "--notify-domain", "example.com", "--server",
        "mail.example.com", "--cutover", "2026-03-10", "--unprobed",
      ]).text
      #expect(notices.contains("preview  ana@example.com"), "\(notices)")
      #expect(notices.contains("preview  leo@example.com"))
      #expect(notices.contains("skipped  rui@example.com"))
    }
  }
}
