import Foundation
import MailModel
import Testing

@testable import port587

/// `port587 run` and `port587 config` with the built program.
@Suite("Run and config, the program")
struct RunCommandTests {
  static func log(_ folder: LogFolder, _ name: String, _ client: String, _ user: String, port: Int = 25) throws {
    let talk = IceWarpTalk(client: client, time: "2026-03-16 10:00:00", port: port)
    try folder.write(talk.submission(by: user), to: name)
  }

  static func run(_ folder: LogFolder, _ text: String, environment: [String: String] = [:]) throws -> ProgramRun {
    let file = try folder.write(Data(text.utf8), to: "port587.yaml")
    return try ProgramRun(["run", "--config", file], environment: environment)
  }

  static let twoSources = """
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

  static func report(_ folder: LogFolder, _ name: String = "out/en/report.json") throws -> ReportText {
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
