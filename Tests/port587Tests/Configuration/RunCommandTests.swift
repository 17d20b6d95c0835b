import Foundation
import MailModel
import StateStore
import Testing

@testable import port587

/// `port587 run` and `port587 config` with the built program.
@Suite("Run and config, the program")
struct RunCommandTests {
  private static func log(_ folder: LogFolder, _ name: String, _ client: String, _ user: String, port: Int = 25) throws
  {
    let talk = IceWarpTalk(client: client, time: "2026-03-16 10:00:00", port: port)
    try folder.write(talk.submission(by: user), to: name)
  }

  private static func run(_ folder: LogFolder, _ text: String, environment: [String: String] = [:]) throws -> ProgramRun
  {
    let file = try folder.write(Data(text.utf8), to: "port587.yaml")
    return try ProgramRun(["run", "--config", file], environment: environment)
  }

  private static let twoSources = """
    state: state/state.sqlite
    server-name: mail
    sources:
      - paths: [one]
        utc-offset: "+00:00"
      - paths: ["two/*.log"]
        utc-offset: "+00:00"
    reports:
      - folder: out/en
        language: en
      - folder: out/es
        language: es
    retention-days: 36500
    """

  private static func report(_ folder: LogFolder, _ name: String = "out/en/report.json") throws -> ReportText {
    try ReportText(Data(contentsOf: URL(fileURLWithPath: folder.path(name))))
  }

  @Test("two sources, one state, two reports, and not a word")
  func whole() async throws {
    try await LogFolder.use { folder in
      try RunCommandTests.log(folder, "one/s20260316-00.log", "198.51.100.1", "ana@example.com")
      try RunCommandTests.log(folder, "two/s20260316-00.log", "198.51.100.2", "bob@example.com", port: 587)
      for round in 0..<2 {
        let run = try RunCommandTests.run(folder, RunCommandTests.twoSources)
        #expect(run.status == 0 && run.notes.isEmpty && run.output.isEmpty, "\(run.notes)")
        let report = try RunCommandTests.report(folder)
        #expect(report.identities == ["ana@example.com", "bob@example.com"])
        #expect(report.number("totals.messages") == 2)
        #expect(report.list("sources").count == (round == 0 ? 2 : 0))
      }
      let page = try String(contentsOfFile: folder.path("out/es/report.html"), encoding: .utf8)
      #expect(page.contains("lang=\"es\""))
      let files = FileManager.default
      for name in ["out/en/report.json", "out/es/users.csv", "state/state.sqlite"] {
        let mode = try files.attributesOfItem(atPath: folder.path(name))[.posixPermissions] as? NSNumber
        #expect(mode?.intValue == 0o600, "\(name)")
      }
      // The report from the state is the one that the run wrote, with the sources of all of it.
      try RunCommandTests.log(folder, "one/s20260317-00.log", "198.51.100.3", "eve@example.com")
      try RunCommandTests.log(folder, "two/s20260317-00.log", "198.51.100.4", "kai@example.com")
      #expect(try RunCommandTests.run(folder, RunCommandTests.twoSources).status == 0)
      let again = try ReportText(
        ProgramRun([
          "report", "--state", folder.path("state/state.sqlite"), "--json", "--quiet", "--utc-offset", "+00:00",
        ]).output)
      #expect(again.list("sources").count == 2)
      #expect(try again.comparable == RunCommandTests.report(folder).comparable)
    }
  }

  @Test("a run counts what one audit of all logs counts")
  func sameAsAudit() async throws {
    try await LogFolder.use { folder in
      let fixtures = SourceTree.root.appendingPathComponent("fixtures/logs").path
      let run = try RunCommandTests.run(
        folder,
        """
        state: state.sqlite
        sources:
          - paths: ["\(fixtures)/first-look"]
            utc-offset: "+00:00"
        reports: [{folder: out}]
        retention-days: 36500
        """)
      #expect(run.status == 0, "\(run.notes)")
      let audit = try ProgramRun([
        "audit", fixtures + "/first-look", "--json", "--quiet", "--utc-offset", "+00:00", "--state",
        folder.path("other.sqlite"),
      ])
      #expect(try RunCommandTests.report(folder, "out/report.json").comparable == ReportText(audit.output).comparable)
    }
  }

  @Test("what is wrong with one source keeps no other from being read; one line says it")
  func oneSourceGone() async throws {
    try await LogFolder.use { folder in
      try RunCommandTests.log(folder, "one/s20260316-00.log", "198.51.100.1", "ana@example.com")
      let run = try RunCommandTests.run(folder, RunCommandTests.twoSources)
      #expect(run.status == 3)
      #expect(run.notes.split(separator: "\n").count == 1 && run.notes.contains("two/*.log"), "\(run.notes)")
      #expect(try RunCommandTests.report(folder).identities == ["ana@example.com"])
      try folder.write(Data("nothing of mail\n".utf8), to: "two/note.log")
      let foreign = try RunCommandTests.run(folder, RunCommandTests.twoSources)
      #expect(foreign.status == 3)
      #expect(foreign.notes.split(separator: "\n").count == 1 && foreign.notes.contains("note.log"), "\(foreign.notes)")
    }
  }

  @Test(
    "connection records that are missing or of no known kind keep no source from being read", arguments: [true, false])
  func oddRecords(areMissing: Bool) async throws {
    try await LogFolder.use { folder in
      try RunCommandTests.log(folder, "one/s20260316-00.log", "198.51.100.1", "ana@example.com")
      try RunCommandTests.log(folder, "two/s20260316-00.log", "198.51.100.2", "bob@example.com")
      if !areMissing { try folder.write(Data("nothing of a firewall\n".utf8), to: "records/notes.txt") }
      let run = try RunCommandTests.run(folder, RunCommandTests.twoSources + "\nconnections: [\"records/*\"]\n")
      #expect(run.status == 3)
      #expect(run.notes.split(separator: "\n").count == 1 && run.notes.contains("records/"), "\(run.notes)")
      #expect(try RunCommandTests.report(folder).identities == ["ana@example.com", "bob@example.com"])
    }
  }

  @Test("sessions that never ended go with their days, also when no day is as old")
  func openRetention() async throws {
    try await LogFolder.use { folder in
      let talk = IceWarpTalk(client: "198.51.100.1", time: "2026-03-16 10:00:00")
      try folder.write(talk.greeting + talk.login("ana@example.com"), to: "one/s20260316-00.log")
      try RunCommandTests.log(folder, "two/s20260316-00.log", "198.51.100.2", "bob@example.com")
      _ = try RunCommandTests.run(folder, RunCommandTests.twoSources)
      #expect(try RunCommandTests.report(folder).identities.sorted() == ["ana@example.com", "bob@example.com"])
      let text = RunCommandTests.twoSources.replacing("retention-days: 36500", with: "retention-days: 2")
      // The last day with logs is long ago by this machine's clock, which may be wrong: nothing is removed by it.
      let far = try RunCommandTests.run(folder, text)
      #expect(far.status == 0 && far.notes.contains("the last day with logs, 2026-03-16, is"), "\(far.notes)")
      #expect(try RunCommandTests.report(folder).identities.sorted() == ["ana@example.com", "bob@example.com"])
      let later = IceWarpTalk(client: "198.51.100.2", time: "2026-03-19 10:00:00")
      try folder.write(later.submission(by: "bob@example.com"), to: "two/s20260319-00.log")
      #expect(try RunCommandTests.run(folder, text).status == 0)
      let report = try RunCommandTests.report(folder)
      #expect(report.identities == ["bob@example.com"] && report.number("totals.messages") == 1)
    }
  }

  @Test("notices of a campaign are kept as long as the day of its cut-over is, however old they are")
  func noticeRetention() async throws {
    try await LogFolder.use { folder in
      try RunCommandTests.log(folder, "one/s20260316-00.log", "198.51.100.1", "ana@example.com")
      try RunCommandTests.log(folder, "two/s20260316-00.log", "198.51.100.2", "bob@example.com")
      #expect(try RunCommandTests.run(folder, RunCommandTests.twoSources).status == 0)
      let state = folder.path("state/state.sqlite")
      for campaign in ["2026-03-13", "2026-03-14", "2026-04-01"] {
        try StoredNoticeLedger(file: try StateFile(path: state, mayCreate: false)).begin(
          NoticeRecord(
            campaign: campaign, kind: .notice, identity: "ana@example.com", recipient: "ana@example.com", round: 1,
            messageID: "<\(campaign)>", readiness: .notReady,
            intentAt: try #require(Timestamp(iso8601: "2026-03-10T00:00:00Z")), outcome: .sent))
      }
      let text = RunCommandTests.twoSources.replacing("retention-days: 36500", with: "retention-days: 2")
      for _ in 0..<2 {
        #expect(try RunCommandTests.run(folder, text).status == 0)
        let records = try StoredNoticeLedger(file: try StateFile(path: state, mayCreate: false)).records()
        #expect(records.map(\.campaign) == ["2026-03-14", "2026-04-01"])
      }
    }
  }

  @Test("nobody is told out of logs that have not grown for days")
  func silentLogs() async throws {
    try await LogFolder.use { folder in
      try RunCommandTests.log(folder, "one/s20260316-00.log", "198.51.100.1", "ana@example.com")
      try RunCommandTests.log(folder, "two/s20260316-00.log", "198.51.100.2", "bob@example.com")
      let notices = """
        cutover: 2099-12-01
        notices:
          domains: [example.com]
          server: mail.example.com
          unprobed: true
          send: true
          from: it@example.com
          smtp: smtp://127.0.0.1:9
          credentials: login
        """
      let login = try folder.write(["it@example.com", "secret"], to: "login")
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: login)
      let run = try RunCommandTests.run(folder, RunCommandTests.twoSources + "\n" + notices + "\n")
      #expect(run.status == 3, "\(run.notes)")
      #expect(
        run.notes.contains("nobody is told by this run: the last day with logs, 2026-03-16, is"), "\(run.notes)")
      #expect(try RunCommandTests.report(folder).identities == ["ana@example.com", "bob@example.com"])
    }
  }

  @Test("a day to compare with that is not far enough back keeps no report from being written")
  func lateComparison() async throws {
    try await LogFolder.use { folder in
      for day in 16...20 {
        let talk = IceWarpTalk(client: "198.51.100.1", time: "2026-03-\(day) 10:00:00")
        try folder.write(talk.submission(by: "ana@example.com"), to: "one/s202603\(day)-00.log")
      }
      try RunCommandTests.log(folder, "two/s20260316-00.log", "198.51.100.2", "bob@example.com")
      let run = try RunCommandTests.run(folder, RunCommandTests.twoSources + "\ncompare-to: 2026-03-18\n")
      #expect(run.status == 0 && run.notes.isEmpty, "\(run.notes)")
      #expect(try RunCommandTests.report(folder).number("trend.days.daysWithLogs") == 5)
    }
  }

  @Test("no source at all is 66, and nothing is written")
  func nothing() async throws {
    try await LogFolder.use { folder in
      let run = try RunCommandTests.run(folder, RunCommandTests.twoSources)
      #expect(run.status == 66)
      #expect(run.notes.split(separator: "\n").count == 2, "\(run.notes)")
      #expect(!FileManager.default.fileExists(atPath: folder.path("out")))
    }
  }

  @Test("a report that cannot be written is 73 and keeps no other from being written")
  func reportBlocked() async throws {
    try await LogFolder.use { folder in
      try RunCommandTests.log(folder, "one/s20260316-00.log", "198.51.100.1", "ana@example.com")
      try RunCommandTests.log(folder, "two/s20260316-00.log", "198.51.100.2", "bob@example.com")
      try folder.write(Data(), to: "out/en")
      let run = try RunCommandTests.run(folder, RunCommandTests.twoSources)
      #expect(run.status == 73)
      #expect(run.notes.split(separator: "\n").count == 1 && run.notes.contains("out/en"), "\(run.notes)")
      #expect(FileManager.default.fileExists(atPath: folder.path("out/es/report.html")))
    }
  }

  @Test("a second run beside one that holds the state leaves with 75 and says who holds it")
  func locked() async throws {
    try await LogFolder.use { folder in
      try RunCommandTests.log(folder, "one/s20260316-00.log", "198.51.100.1", "ana@example.com")
      try RunCommandTests.log(folder, "two/s20260316-00.log", "198.51.100.2", "bob@example.com")
      #expect(try RunCommandTests.run(folder, RunCommandTests.twoSources).status == 0)
      let held = try StateSession.lock(folder.path("state/state.sqlite"), .init(seconds: 1_790_000_000))
      let run = try RunCommandTests.run(folder, RunCommandTests.twoSources)
      withExtendedLifetime(held) {}
      #expect(run.status == 75)
      #expect(run.notes.split(separator: "\n").count == 1, "\(run.notes)")
      #expect(run.notes.contains("process \(ProcessInfo.processInfo.processIdentifier) since 2026-09"), "\(run.notes)")
    }
  }

  @Test("days beyond the retention are gone from the report and from the file")
  func retention() async throws {
    try await LogFolder.use { folder in
      try RunCommandTests.log(folder, "one/s20260316-00.log", "198.51.100.1", "ana@example.com")
      let today = "\(Timestamp(seconds: Int64(Date().timeIntervalSince1970)))".prefix(10)
      var talk = IceWarpTalk(client: "198.51.100.2")
      talk.time = "\(today) 00:00:01"
      try folder.write(
        talk.submission(by: "bob@example.com"), to: "two/s\(today.filter { $0 != "-" })-00.log")
      let text = RunCommandTests.twoSources.replacing("retention-days: 36500", with: "retention-days: 2")
      #expect(try RunCommandTests.run(folder, text).status == 0)
      #expect(try RunCommandTests.report(folder).identities == ["bob@example.com"])
      let bytes = try Data(contentsOf: URL(fileURLWithPath: folder.path("state/state.sqlite")))
      #expect(!String(decoding: bytes, as: UTF8.self).contains("ana@example.com"))
      #expect(String(decoding: bytes, as: UTF8.self).contains("bob@example.com"))
      #expect(try RunCommandTests.run(folder, text).status == 0)
      #expect(try RunCommandTests.report(folder).identities == ["bob@example.com"])
    }
  }

  @Test("the state goes where the service manager says")
  func stateDirectory() async throws {
    try await LogFolder.use { folder in
      try RunCommandTests.log(folder, "one/s20260316-00.log", "198.51.100.1", "ana@example.com")
      let run = try RunCommandTests.run(
        folder, "sources: [{paths: [one]}]\n", environment: ["STATE_DIRECTORY": folder.path("given")])
      #expect(run.status == 0, "\(run.notes)")
      #expect(FileManager.default.fileExists(atPath: folder.path("given/state.sqlite")))
    }
  }

  @Test("metrics are for everybody to read, replace what was there, and leave nothing beside them")
  func metrics() async throws {
    try await LogFolder.use { folder in
      try RunCommandTests.log(folder, "one/s20260316-00.log", "198.51.100.1", "ana@example.com")
      try RunCommandTests.log(folder, "two/s20260316-00.log", "198.51.100.2", "bob@example.com", port: 587)
      let files = FileManager.default
      try files.createDirectory(atPath: folder.path("metrics"), withIntermediateDirectories: true)
      func check(_ name: String, cutover: Bool) throws {
        let text = try String(contentsOfFile: folder.path("metrics/" + name), encoding: .utf8)
        #expect(text.contains("port587_users{readiness=\"ready\"} 1\n"))
        #expect(text.contains("port587_users{readiness=\"notReady\"} 1\n"))
        #expect(text.contains("port587_cutover_timestamp_seconds 1796083200\n") == cutover)
        #expect(text.hasSuffix("# EOF\n"))
        #expect(!text.contains("ana") && !text.contains("198.51"))
        let mode = try files.attributesOfItem(atPath: folder.path("metrics/" + name))[.posixPermissions] as? NSNumber
        #expect(mode?.intValue == 0o644)
      }
      let text = RunCommandTests.twoSources + "\nmetrics: metrics/port587.prom\ncutover: 2026-12-01\n"
      try folder.write(Data(String(repeating: "old\n", count: 9999).utf8), to: "metrics/port587.prom")
      try files.setAttributes([.posixPermissions: 0o600], ofItemAtPath: folder.path("metrics/port587.prom"))
      #expect(try RunCommandTests.run(folder, text).status == 0)
      try check("port587.prom", cutover: true)
      let audit = try ProgramRun([
        "audit", folder.path("one"), folder.path("two"), "--quiet", "--metrics", folder.path("metrics/audit.prom"),
        "--output", folder.path("report"),
      ])
      #expect(audit.status == 0 && audit.output.isEmpty, "\(audit.notes)")
      try check("audit.prom", cutover: false)
      #expect(try files.contentsOfDirectory(atPath: folder.path("metrics")).sorted() == ["audit.prom", "port587.prom"])
      #expect(!(try files.contentsOfDirectory(atPath: folder.path("report"))).contains("port587.prom"))
      let page = try files.attributesOfItem(atPath: folder.path("report/report.html"))[.posixPermissions] as? NSNumber
      #expect(page?.intValue == 0o600)
      let blocked = try RunCommandTests.run(
        folder, RunCommandTests.twoSources + "\nmetrics: nowhere/port587.prom\n")
      #expect(blocked.status == 73)
      #expect(blocked.notes.split(separator: "\n").count == 1 && blocked.notes.contains("nowhere"), "\(blocked.notes)")
    }
  }

  private static let notices =
    "cutover: 2099-12-01\nnotices:\n  domains: [example.com]\n  server: mail.example.com\n  bounces: [box]"
  private static let sending = "  send: true\n  from: it@example.com\n  smtp: smtp://mail.example.com:587"

  /// Files in a folder with `port587.yaml`, the command line, its status and what it says.
  static let rows: [(String, [String], Int32, [String])] = [
    ("sources: [{paths: [one]}]\n", ["config", "check", "port587.yaml"], 0, ["one does not exist now"]),
    ("sources: [{paths: [.]}]\nprobes: {}\n", ["config", "check", "port587.yaml"], 78, ["2:9: probes.hosts"]),
    (
      "sources: [{paths: [.]}]\nprobes: {hosts: [h], ca-file: gone.pem}\n", ["config", "check", "port587.yaml"], 66,
      ["port587.yaml: --ca-file: cannot read gone.pem"]
    ),
    (
      "sources: [{paths: [.]}]\n\(notices)\n", ["config", "check", "port587.yaml"], 0,
      ["notices.server: mail.example.com is not among", "nothing is sent without \"send: true\"", "box does not exist"]
    ),
    (
      "sources: [{paths: [.]}]\n\(notices)\n  opt-out: gone.txt\n", ["config", "check", "port587.yaml"], 66,
      ["cannot read gone.txt"]
    ),
    (
      "sources: [{paths: [.]}]\n\(notices)\n  templates: gone\n", ["config", "check", "port587.yaml"], 66,
      ["no such folder"]
    ),
    (
      "sources: [{paths: [.]}]\n\(notices)\n\(sending)\n  credentials: gone\n",
      ["config", "check", "port587.yaml"], 66, ["cannot read gone: there is no such file"]
    ),
    (
      "sources: [{paths: [.]}]\n\(notices)\n\(sending)\n  credentials: credential:login\n",
      ["config", "check", "port587.yaml"], 0, []
    ),
    ("sources: [{paths: [.]}]\nmetrics: a.txt\n", ["config", "check", "port587.yaml"], 0, ["ends in .prom"]),
    ("source: x\n", ["config", "check", "port587.yaml"], 78, ["port587.yaml:1:1: source: this key"]),
    ("source: x\n", ["run", "--config", "port587.yaml"], 78, ["port587.yaml:1:1: source: this key"]),
    ("", ["run", "--config", "gone.yaml"], 78, ["gone.yaml: it does not exist"]),
    ("", ["run", "--config", "."], 78, [".: it does not exist or may not be read"]),
    ("", ["run"], 64, ["--config"]),
    ("", ["config", "check"], 64, ["<file>"]),
    (
      "sources: [{paths: [.]}]\naccounts: gone.csv\n", ["config", "check", "port587.yaml"], 66,
      ["account list", "gone.csv"]
    ),
    (
      "sources: [{paths: [.], postfix-services: port587.yaml}]\n", ["config", "check", "port587.yaml"], 65,
      ["port587.yaml"]
    ),
  ]

  @Test("what is said of a configuration, and the exit status", arguments: rows)
  func statuses(text: String, arguments: [String], status: Int32, says: [String]) async throws {
    try await LogFolder.use { folder in
      try folder.write(Data(text.utf8), to: "port587.yaml")
      let run = try ProgramRun(arguments, folder: folder.url)
      #expect(run.status == status, "\(run.notes)")
      for words in says { #expect(run.notes.contains(words), "\(run.notes)") }
      #expect(arguments[0] == "run" || status != 0 || run.text.contains("sound"))
    }
  }

  @Test("the example is sound, as it is and with every key switched on")
  func example() throws {
    let printed = try ProgramRun(["config", "example"])
    #expect(printed.status == 0 && printed.text == ConfigurationExample.text)
    let plain = try ConfigurationReader.parse(printed.text, file: "f.yaml")
    #expect(plain.sources.count == 1 && plain.reports.count == 1)
    let whole = printed.text.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
      // "# key: value" and "#    key: value" are switched-off settings, sentences are not.
      let bare = line.drop { $0 == "#" || $0 == " " }
      let isSetting = bare.firstMatch(of: /^(- )?["a-z0-9.*\/-]+:( |$)/) != nil && bare.first != "\u{23}"
      guard line.hasPrefix("#"), isSetting else { return String(line) }
      return line.hasPrefix("#   ") || line.hasPrefix("#  -") ? String(line.dropFirst()) : String(line.dropFirst(2))
    }.joined(separator: "\n")
    let read = try ConfigurationReader.parse(whole, file: "f.yaml")
    #expect(read.sources.count == 2)
    #expect(read.sources[0].utcOffset != nil && read.sources[0].portOfPath.count == 1)
    #expect(
      read.accounts != nil && read.metrics != nil && read.cutover != nil && read.pseudonymise != nil
        && read.localDomains.count == 2
        && read.reports[0].language != nil)
    #expect(read.probes?.hosts == ["mail.example.com"] && read.notices?.server == "mail.example.com")
    #expect(read.notices?.bounces.isEmpty == false && read.notices?.sends == false)
  }
}
