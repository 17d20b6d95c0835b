import Foundation
import MailModel
import StateStore
import Testing

/// The commands that look after a state.
@Suite("State, care")
struct StateCareTests {
  private static func audit(_ log: String, _ state: String, server: String = "mail") throws -> ProgramRun {
    try ProgramRun([
      "audit", log, "--state", state, "--json", "--quiet", "--server-name", server, "--utc-offset", "+00:00",
    ])
  }

  private static func talk(_ client: String, _ user: String, _ helo: String, day: Int) -> [String] {
    var talk = IceWarpTalk(client: client, helo: helo)
    talk.time = "2026-03-\(day) 10:00:00"
    return talk.submission(by: user)
  }

  private static func notice(_ identity: String) -> NoticeRecord {
    NoticeRecord(
      campaign: "2026-12-01", kind: .notice, identity: identity, recipient: identity, round: 1, messageID: "<m>",
      readiness: .notReady, intentAt: Timestamp(seconds: 1_790_000_000), outcome: .sent)
  }

  /// Every byte that a state's files hold.
  private static func content(_ state: String) throws -> String {
    try ["", "-wal"].map { suffix in
      let path = state + suffix
      guard FileManager.default.fileExists(atPath: path) else { return "" }
      return String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
    }.joined()
  }

  @Test("what is forgotten is in no byte of the file any more, and the sums stay")
  func forget() async throws {
    try await LogFolder.use { folder in
      let lines =
        StateCareTests.talk("198.51.100.7", "ana@example.com", "PC-ANA", day: 16)
        + StateCareTests.talk("198.51.100.8", "bob@example.com", "PC-BOB", day: 16)
        + IceWarpTalk(client: "203.0.113.9", time: "2026-03-16 11:00:00").failure(of: "ana@example.com")
      let log = try folder.write(lines, to: "s20260316-00.log")
      let state = folder.path("state.sqlite")
      let before = try ReportText(StateCareTests.audit(log, state).output)
      #expect(before.identities.sorted() == ["ana@example.com", "bob@example.com"])
      #expect(try StateCareTests.content(state).contains("ana@example.com"))

      do {
        let ledger = StoredNoticeLedger(file: try StateFile(path: state, mayCreate: false))
        try ledger.begin(StateCareTests.notice("ana@example.com"))
        try ledger.begin(StateCareTests.notice("bob@example.com"))
      }

      let shown = try ProgramRun(["state", "show", "ana@example.com", "--state", state])
      #expect(shown.text.contains("login\t25\t198.51.100.7\tPC-ANA\t1\t1"), "\(shown.text)")

      let run = try ProgramRun(["state", "forget", "Ana@example.com", "--state", state])
      #expect(run.status == 0, "\(run.notes)")
      for text in ["ana@example.com", "PC-ANA"] {
        #expect(!(try StateCareTests.content(state).contains(text)), "\(text)")
      }
      let after = try ReportText(StateCareTests.audit(log, state).output)
      #expect(after.identities == ["bob@example.com"])
      #expect(after.number("totals.messages") == 2)
      #expect(after.number("totals.failedLogins") == 1)
      #expect(after.list("addresses").allSatisfy { $0["address"] as? String != "198.51.100.7" })
      #expect(try ProgramRun(["state", "show", "ana@example.com", "--state", state]).text.isEmpty)
      #expect(try ProgramRun(["state", "check", "--state", state]).status == 0)
    }
  }

  @Test("a person is found under every name that the report takes for this one, and under no other")
  func otherNames() async throws {
    try await LogFolder.use { folder in
      // As the log may have them, beside the names that the report has them under.
      let written = [
        (" ana@example.com", "ana@example.com"), ("ANA@example.com", "ana@example.com"),
        ("rui%example.com", "rui@example.com"), ("bia\u{200B}@example.com", "bia@example.com"),
        ("leo", "leo@example.com"), ("carl@example.com.", "carl@example.com"), ("carl@example.com", "carl@example.com"),
        ("info@example.com", "eva@example.com"),
      ]
      let lines = written.enumerated().flatMap { number, names in
        StateCareTests.talk("198.51.100.\(number + 1)", names.0, "PC-\(number)", day: 16)
      }
      let log = try folder.write(lines, to: "s20260316-00.log")
      let accounts = try folder.write(["info@example.com: eva@example.com"], to: "accounts.txt")
      let state = folder.path("state.sqlite")
      let reading = ["--default-domain", "Example.com.", "--accounts", accounts]
      func report() throws -> [String] {
        let run = try ProgramRun(["report", "--state", state, "--json", "--quiet"] + reading)
        return try ReportText(run.output).identities.sorted()
      }
      _ = try StateCareTests.audit(log, state)
      #expect(try report() == Set(written.map(\.1)).sorted())
      for identity in Set(written.map(\.1)).sorted() {
        let shown = try ProgramRun(["state", "show", identity, "--state", state] + reading)
        let rows = written.filter { $0.1 == identity }.count
        #expect(shown.text.split(separator: "\n").filter { $0.contains("\tlogin\t") }.count == rows, "\(shown.text)")
        let run = try ProgramRun(["state", "forget", identity, "--state", state] + reading)
        #expect(run.status == 0 && run.text.hasPrefix("forgotten: \(identity)"), "\(run.text)\(run.notes)")
        #expect(try !report().contains(identity))
      }
      #expect(try report() == [])
      let other = try ProgramRun(["state", "show", "ana@example.com", "--state", state, "--default-domain", "a,b"])
      #expect(other.status == 64 && other.notes.contains("the name of one domain"), "\(other.notes)")
    }
  }

  @Test("show and purge know sessions that never ended, and notices")
  func unfinished() async throws {
    try await LogFolder.use { folder in
      var talk = IceWarpTalk(client: "198.51.100.7", helo: "PC-ANA")
      talk.time = "2026-03-16 10:00:00"
      let log = try folder.write(
        talk.greeting + talk.login("ana@example.com") + talk.message(from: "ana@example.com"), to: LogFolder.monday)
      let state = folder.path("state.sqlite")
      let before = try ReportText(StateCareTests.audit(log, state).output)
      #expect(before.number("totals.messages") == 1)
      do {
        let ledger = StoredNoticeLedger(file: try StateFile(path: state, mayCreate: false))
        try ledger.begin(StateCareTests.notice("ana@example.com"))
        try ledger.begin(StateCareTests.notice("bob@example.com"))
      }
      func show(_ name: String) throws -> String {
        let run = try ProgramRun(["state", "show", name, "--state", state])
        #expect(run.status == 0, "\(run.notes)")
        return run.text
      }
      #expect(try show("ana@example.com").contains("2026-03-16\tmail\tlogin\t25\t198.51.100.7\tPC-ANA\t1\t1\t"))
      #expect(
        try show("ana@example.com").contains(
          "2026-09-21\t2026-12-01\tnotice\t-\tana@example.com\t-\t1\tsent\t2026-09-21T"))
      #expect(try show("bob@example.com").split(separator: "\n").count == 1)
      let kept = try ProgramRun(["state", "purge", "--older-than", "2026-03-16", "--state", state])
      #expect(kept.text.hasSuffix("days before 2026-03-16\n"), "\(kept.text)")
      #expect(try show("ana@example.com").contains("login"))
      let run = try ProgramRun(["state", "purge", "--older-than", "2026-03-17", "--state", state])
      #expect(run.text.contains("and 1 sessions of such days that were still open"), "\(run.text)")
      #expect(try !show("ana@example.com").contains("login"))
      #expect(try !StateCareTests.content(state).contains("PC-ANA"))
      #expect(try ReportText(StateCareTests.audit(log, state).output).number("totals.messages") == 0)
    }
  }

  @Test("purge removes old days and nothing else")
  func purge() async throws {
    try await LogFolder.use { folder in
      for day in [16, 17, 18] {
        try folder.write(
          StateCareTests.talk("198.51.100.\(day)", "user\(day)@example.com", "PC-\(day)", day: day),
          to: "logs/s202603\(day)-00.log")
      }
      let state = folder.path("state.sqlite")
      _ = try StateCareTests.audit(folder.path("logs"), state)
      let run = try ProgramRun(["state", "purge", "--older-than", "2026-03-18", "--state", state])
      #expect(run.text.contains("removed: 2 days"), "\(run.text)\(run.notes)")
      let report = try ReportText(StateCareTests.audit(folder.path("logs"), state).output)
      #expect(report.identities == ["user18@example.com"])
      #expect(!(try StateCareTests.content(state).contains("user16@example.com")))
    }
  }

  @Test("merging is the same in any order, again, and after one has grown")
  func merge() async throws {
    try await LogFolder.use { folder in
      func log(_ name: String, _ days: [Int]) throws -> String {
        try folder.write(
          days.flatMap { StateCareTests.talk("198.51.100.\($0)", "\(name)\($0)@example.com", "PC", day: $0) },
          to: "\(name)/s20260316-00.log")
      }
      func merge(_ states: [String], _ into: String) throws -> String {
        let run = try ProgramRun(["state", "merge"] + states.map { folder.path($0) } + ["--into", folder.path(into)])
        #expect(run.status == 0, "\(run.notes)")
        let empty = try folder.write(Data(), to: "empty.log")
        let report = try StateCareTests.audit(empty, folder.path(into), server: "none")
        #expect(report.status == 0, "\(report.notes)")
        return try ReportText(report.output).comparable
      }
      _ = try StateCareTests.audit(try log("a", [16, 17]), folder.path("a.sqlite"), server: "mx1")
      _ = try StateCareTests.audit(try log("b", [17, 18]), folder.path("b.sqlite"), server: "mx2")
      let first = try merge(["a.sqlite", "b.sqlite"], "c.sqlite")
      #expect(first.contains("a16@example.com") && first.contains("b18@example.com"))
      #expect(try merge(["b.sqlite", "a.sqlite"], "d.sqlite") == first)
      #expect(try merge(["a.sqlite"], "c.sqlite") == first)
      _ = try StateCareTests.audit(try log("a", [16, 17, 18]), folder.path("a.sqlite"), server: "mx1")
      let grown = try merge(["a.sqlite", "b.sqlite", "a.sqlite"], "c.sqlite")
      #expect(grown.contains("a18@example.com"))
      #expect(try merge(["b.sqlite", "a.sqlite"], "e.sqlite") == grown)
    }
  }

  @Test("files of a state are for their owner alone")
  func modes() async throws {
    try await LogFolder.use { folder in
      let log = try folder.write(IceWarpTalk().submission(by: "ana@example.com"), to: LogFolder.monday)
      _ = try StateCareTests.audit(log, folder.path("new/state.sqlite"))
      let files = FileManager.default
      func mode(_ name: String) throws -> Int {
        (try files.attributesOfItem(atPath: folder.path(name))[.posixPermissions] as? NSNumber)?.intValue ?? 0
      }
      #expect(try mode("new") == 0o700)
      #expect(try mode("new/state.sqlite") == 0o600)
      #expect(try mode("new/state.sqlite.lock") == 0o600)
    }
  }

  @Test("commands on a state that is not there say so", arguments: ["check", "purge", "show", "forget"])
  func missing(command: String) throws {
    let arguments: [String] =
      switch command {
      case "purge": ["--older-than", "9d"]
      case "check": []
      default: ["ana@example.com"]
      }
    let run = try ProgramRun(["state", command] + arguments + ["--state", "/nonexistent/state.sqlite"])
    #expect(run.status == 66)
    #expect(run.notes.contains("there is no state"))
  }
}
