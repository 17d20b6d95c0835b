import Foundation
import MailModel
import StateStore
import Testing

/// Whoever has moved is left alone, though the state remembers the days before.
@Suite("Notices, those who have moved")
struct MovedSinceTests {
  private static func plan(_ state: String, _ options: [String] = []) throws -> [[String: Any]] {
    let run = try ProgramRun(
      [
        "notify", "--state", state, "--notify-domain", "example.com", "--server", "mail.example.com", "--cutover",
        "2027-12-01", "--unprobed", "--json", "--repeat-after", "0d",
      ] + options)
    #expect(run.status == 0, "\(run.notes)")
    let plan = try #require(try JSONSerialization.jsonObject(with: Data(run.output)) as? [String: Any])
    return try #require(plan["recipients"] as? [[String: Any]])
  }

  private static func due(_ state: String, _ options: [String] = []) throws -> [String] {
    try plan(state, options).filter { $0["status"] as? String == "preview" }.compactMap { $0["identity"] as? String }
      .sorted()
  }

  /// Sessions of a day into the state.
  private static func audit(
    _ folder: LogFolder, _ day: String, _ sessions: [(user: String, port: Int)]
  ) throws -> String {
    var lines: [String] = []
    for (number, session) in sessions.enumerated() {
      let talk = IceWarpTalk(
        client: "198.51.100.\(number + 1)", thread: "000\(number)", time: "\(day) 10:00:00", port: session.port)
      lines += talk.submission(by: session.user)
    }
    let log = try folder.write(lines, to: "s\(day.filter { $0 != "-" })-00.log")
    let state = folder.path("state.sqlite")
    let run = try ProgramRun(["audit", log, "--state", state, "--quiet", "--utc-offset", "+00:00"])
    #expect(run.status == 0, "\(run.notes)")
    return state
  }

  @Test("of a state the last 14 days are looked at, and all of it on request")
  func window() async throws {
    try await LogFolder.use { folder in
      _ = try Self.audit(folder, "2026-03-01", [("ana@example.com", 25), ("eva@example.com", 25)])
      let state = try Self.audit(folder, "2026-03-16", [("ana@example.com", 587), ("rui@example.com", 25)])
      #expect(try Self.due(state) == ["rui@example.com"])
      #expect(
        try Self.due(state, ["--since", "2026-01-01"]) == ["ana@example.com", "eva@example.com", "rui@example.com"])
    }
  }

  @Test("of a report over weeks, whoever used submission ports alone in its last 14 days is left alone")
  func report() async throws {
    try await LogFolder.use { folder in
      _ = try Self.audit(
        folder, "2026-03-01", [("ana@example.com", 25), ("eva@example.com", 25), ("leo@example.com", 587)])
      _ = try Self.audit(folder, "2026-03-03", [("lia@example.com", 25)])
      let state = try Self.audit(
        folder, "2026-03-16", [("ana@example.com", 587), ("lia@example.com", 587), ("leo@example.com", 25)])
      let json = folder.path("report.json")
      try ProgramRun(["report", "--state", state, "--json"]).output.write(to: URL(fileURLWithPath: json))
      let run = try ProgramRun([
        "notify", "--report", json, "--notify-domain", "example.com", "--server", "mail.example.com", "--cutover",
        "2027-12-01", "--unprobed",
      ])
      let told = run.text.split(separator: "\n").filter { $0.hasPrefix("preview") }.joined()
      #expect(told.contains("eva@") && told.contains("lia@") && told.contains("leo@"), "\(run.text)")
      #expect(run.text.contains("skipped  ana@example.com  (already submits on a submission port)"))
    }
  }

  @Test("a port that the notices name is one for submission")
  func namedPort() async throws {
    try await LogFolder.use { folder in
      let state = try Self.audit(folder, "2026-03-16", [("ana@example.com", 2587), ("rui@example.com", 25)])
      #expect(try Self.due(state) == ["ana@example.com", "rui@example.com"])
      #expect(try Self.due(state, ["--submission-port", "2587"]) == ["rui@example.com"])
    }
  }

  @Test("told, then seen on the new port alone: no second notice, and the figures say moved")
  func told() async throws {
    try await LogFolder.use { folder in
      _ = try Self.audit(folder, "2026-03-10", [("ana@example.com", 25), ("eva@example.com", 25)])
      _ = try Self.audit(folder, "2026-03-15", [("ana@example.com", 587), ("eva@example.com", 25)])
      let state = try Self.audit(folder, "2026-03-16", [("ana@example.com", 587), ("eva@example.com", 587)])
      let ledger = StoredNoticeLedger(file: try StateFile(path: state, mayCreate: false))
      let told = try #require(Timestamp(iso8601: "2026-03-11T00:00:00Z"))
      for name in ["ana@example.com", "eva@example.com"] {
        try ledger.begin(
          NoticeRecord(
            campaign: "2027-12-01", kind: .notice, identity: name, recipient: name, round: 1, messageID: "<\(name)>",
            readiness: .notReady, intentAt: told, outcome: .sent))
      }
      let plan = try Self.plan(state)
      #expect(plan.first { $0["identity"] as? String == "eva@example.com" }?["round"] as? Int == 2)
      let ana = try #require(plan.first { $0["identity"] as? String == "ana@example.com" })
      #expect((ana["reason"] as? String)?.contains("seen on no port to be closed since") == true, "\(ana)")
      let status = try ProgramRun(["notify", "status", "--state", state, "--cutover", "2027-12-01"])
      #expect(status.text.contains("of those sent: 1 moved since, 1 still there"), "\(status.text)")
    }
  }

  @Test("nobody is thanked on one day's evidence, after days of which nothing is known")
  func gap() async throws {
    try await LogFolder.use { folder in
      var state = try Self.audit(folder, "2026-03-01", [("ana@example.com", 25)])
      let ledger = StoredNoticeLedger(file: try StateFile(path: state, mayCreate: false))
      try ledger.begin(
        NoticeRecord(
          campaign: "2027-12-01", kind: .notice, identity: "ana@example.com", recipient: "ana@example.com", round: 1,
          messageID: "<1>", readiness: .notReady, intentAt: try #require(Timestamp(iso8601: "2026-03-02T00:00:00Z")),
          outcome: .sent))
      for day in 16...22 {
        state = try Self.audit(folder, "2026-03-\(day)", [("ana@example.com", 587)])
        #expect(try Self.due(state, ["--thank-moved"]) == (day < 22 ? [] : ["ana@example.com"]), "\(day)")
      }
    }
  }

  @Test("nobody is told because a stranger was refused in their name")
  func stranger() async throws {
    try await LogFolder.use { folder in
      let ana = IceWarpTalk(client: "198.51.100.20", time: "2026-03-16 08:00:00", port: 587, helo: "PC-ANA")
      func refused(_ client: String, _ sender: String) -> [String] {
        let talk = IceWarpTalk(client: client, thread: "0002", time: "2026-03-16 09:00:00", helo: "x.host.example")
        return talk.greeting
          + [talk.line("<<< MAIL FROM:<\(sender)>"), talk.line(">>> 501 5.7.1 Permission denied")] + talk.farewell
      }
      let log = try folder.write(
        ana.submission(by: "ana@example.com") + refused("203.0.113.99", "ana@example.com"), to: "s20260316-00.log")
      let state = folder.path("state.sqlite")
      let run = try ProgramRun(["audit", log, "--state", state, "--quiet", "--utc-offset", "+00:00"])
      #expect(run.status == 0, "\(run.notes)")
      let plan = try #require(try Self.plan(state).first { $0["identity"] as? String == "ana@example.com" })
      #expect(plan["status"] as? String == "skipped", "\(plan)")
      #expect((plan["reason"] as? String)?.contains("anyone can bring about") == true, "\(plan)")
      // The same from her own address is a device of hers that was left behind.
      let second = try folder.write(refused("198.51.100.20", "ana@example.com"), to: "s20260316-01.log")
      let more = try ProgramRun(["audit", second, "--state", state, "--quiet", "--utc-offset", "+00:00"])
      #expect(more.status == 0, "\(more.notes)")
      #expect(try Self.due(state) == ["ana@example.com"])
    }
  }

  @Test("a login of many senders stays the administrator's when none of them is taken any more")
  func smartHost() async throws {
    try await LogFolder.use { folder in
      func sessions(_ day: String, isRefused: Bool) throws -> String {
        let server = IceWarpTalk(client: "198.51.100.73", time: "\(day) 10:00:00", helo: "mail.client.example.net")
        let lines = (0..<6).flatMap { number in
          let sender = "office\(number)@client.example.net"
          let refusal = [
            server.line("<<< MAIL FROM:<\(sender)>"), server.line(">>> 501 5.7.1 <\(sender)>... Permission denied"),
          ]
          return server.greeting + server.login("client@example.com")
            + (isRefused ? refusal : server.message(from: sender)) + server.farewell
        }
        let state = folder.path("state.sqlite")
        let log = try folder.write(lines, to: "s\(day.filter { $0 != "-" })-00.log")
        let run = try ProgramRun(["audit", log, "--state", state, "--quiet", "--utc-offset", "+00:00"])
        #expect(run.status == 0, "\(run.notes)")
        return state
      }
      _ = try sessions("2026-02-10", isRefused: false)
      let state = try sessions("2026-03-16", isRefused: true)
      let plan = try #require(try Self.plan(state).first { $0["identity"] as? String == "client@example.com" })
      #expect(plan["status"] as? String == "skipped", "\(plan)")
      #expect((plan["reason"] as? String)?.contains("senders use this login") == true, "\(plan)")
    }
  }

  @Test("previews of people who have moved are removed, other files are not")
  func previews() async throws {
    try await LogFolder.use { folder in
      let state = try Self.audit(folder, "2026-03-01", [("ana@example.com", 25), ("eva@example.com", 25)])
      let output = folder.path("previews")
      func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: output).sorted() }
      _ = try Self.plan(state, ["--output", output])
      try folder.write(["mine"], to: "previews/mine@example.com.eml")
      #expect(
        try names() == [
          "ana@example.com.eml", "eva@example.com.eml", "index.html", "mine@example.com.eml", "plan.json",
        ])
      _ = try Self.audit(folder, "2026-03-20", [("eva@example.com", 25), ("ana@example.com", 587)])
      _ = try Self.plan(state, ["--output", output])
      #expect(try names() == ["eva@example.com.eml", "index.html", "mine@example.com.eml", "plan.json"])
    }
  }
}
