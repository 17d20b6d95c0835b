import Foundation
import Testing

@testable import port587

/// What goes where: the result to standard output, everything else to standard error, files only when asked for.
@Suite("Output of the program")
struct OutputTests {
  private static let firstLook = SourceTree.root.appendingPathComponent("fixtures/logs/first-look").path
  private static let files = ["report.html", "report.json", "users.csv", "addresses.csv", "refusals.csv"]
  private static let escape = UInt8(0x1B)

  @Test("--json prints the report and nothing else, with every field of the contract")
  func json() throws {
    let run = try ProgramRun(["audit", OutputTests.firstLook, "--json"])
    #expect(run.status == 0)
    #expect(run.notes == "")
    #expect(run.output.last == UInt8(ascii: "\n"))
    let report = try ReportText(run.output)
    #expect(report["schema"] as? String == "port587-report/1")
    #expect(report["generator.name"] as? String == "port587")
    #expect(
      Set(report.fields.keys).isSuperset(of: [
        "schema", "generator", "generatedAt", "window", "policy", "sources", "totals", "users", "addresses", "refusals",
      ]))
    for name in [
      "sessions", "authenticatedSessions", "messages", "users", "addresses", "failedLogins", "refusals",
      "byPort.25.sessions", "byPort.587.messages", "byPort.465.sessions", "byPort.unknown.messages",
      "byPortEvidence.logged", "byPortEvidence.serviceLabel", "byPortEvidence.none", "readiness.ready",
      "readiness.moving", "readiness.notReady", "readiness.blocked", "readiness.unknown",
    ] {
      #expect(report.number("totals." + name) != nil, "totals.\(name)")
    }
    let wanted: [(String, Set<String>)] = [
      (
        "sources",
        [
          "path", "format", "compression", "bytes", "lines", "events", "ignored", "unrecognised", "malformed", "from",
          "to", "complete",
        ]
      ),
      (
        "users",
        [
          "identity", "kind", "readiness", "ports", "refusals", "failedLogins", "plaintextLogins", "clients",
          "evidence",
        ]
      ),
      ("addresses", ["address", "kind", "users", "ports", "refusals", "failedLogins", "unauthenticatedRelays"]),
      ("refusals", ["class", "code", "text", "count", "identities", "addresses", "firstAt", "lastAt"]),
    ]
    for (list, fields) in wanted {
      #expect(!report.list(list).isEmpty)
      for row in report.list(list) {
        #expect(fields.isSubset(of: row.keys), "\(list): \(fields.subtracting(row.keys))")
      }
    }
    let client = try #require((report.list("users").first?["clients"] as? [[String: Any]])?.first)
    #expect(Set(["address", "helo", "guess", "confidence", "ports"]).isSubset(of: client.keys))
  }

  @Test("The sums of the contract hold")
  func sums() throws {
    let report = try ReportText(ProgramRun(["audit", OutputTests.firstLook, "--json"]).output)
    let ports = try #require(report["totals.byPort"] as? [String: [String: Int]])
    #expect(ports.values.reduce(0) { $0 + ($1["sessions"] ?? 0) } == report.number("totals.authenticatedSessions"))
    #expect(ports.values.reduce(0) { $0 + ($1["messages"] ?? 0) } == report.number("totals.messages"))
    let evidence = try #require(report["totals.byPortEvidence"] as? [String: Int])
    #expect(evidence.values.reduce(0, +) == report.number("totals.authenticatedSessions"))
    #expect(evidence["none"] == ports["unknown"]?["sessions"])
    let readiness = try #require(report["totals.readiness"] as? [String: Int])
    #expect(readiness.values.reduce(0, +) == report.identities.count)
    #expect(report.number("totals.users") == report.identities.count)
    #expect(report.number("totals.addresses") == report.list("addresses").count)
  }

  @Test("Without --output no file is written")
  func noFile() async throws {
    try await LogFolder.use { folder in
      for options in [[], ["--json"], ["--quiet"], ["--verbose"]] {
        let run = try ProgramRun(["audit", OutputTests.firstLook] + options, folder: folder.url)
        #expect(run.status == 0)
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).isEmpty)
    }
  }

  @Test("--output writes five files for their owner alone")
  func files() async throws {
    try await LogFolder.use { folder in
      let place = folder.path("new/report")
      let run = try ProgramRun(
        shell: "umask 0; \"$PORT587\" audit \"$LOGS\" --json --output '\(place)'",
        environment: ["LOGS": OutputTests.firstLook])
      #expect(run.status == 0)
      #expect(try FileManager.default.contentsOfDirectory(atPath: place).sorted() == OutputTests.files.sorted())
      #expect(try OutputTests.mode(place) == 0o700)
      for file in OutputTests.files { #expect(try OutputTests.mode(place + "/" + file) == 0o600, "\(file)") }
      #expect(try Data(contentsOf: URL(fileURLWithPath: place + "/report.json")) == run.output)
    }
  }

  @Test("A second run replaces the files, closes what stood open, and leaves the rest of the folder alone")
  func again() async throws {
    try await LogFolder.use { folder in
      let place = folder.path("report")
      try folder.write(["mine"], to: "report/notes.txt")
      for file in OutputTests.files { try folder.write(["old"], to: "report/" + file) }
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: place)
      for file in OutputTests.files {
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: place + "/" + file)
      }
      #expect(try ProgramRun(["audit", OutputTests.firstLook, "--output", place, "--quiet"]).status == 0)
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: place).sorted()
          == (OutputTests.files + ["notes.txt"]).sorted())
      for file in OutputTests.files {
        #expect(try OutputTests.mode(place + "/" + file) == 0o600, "\(file)")
        #expect(try String(contentsOfFile: place + "/" + file, encoding: .utf8) != "old\n")
      }
    }
  }

  @Test("A link where a file goes is replaced, and what it led to is left alone")
  func link() async throws {
    try await LogFolder.use { folder in
      let other = try folder.write(["not yours"], to: "other.txt")
      try FileManager.default.createDirectory(atPath: folder.path("report"), withIntermediateDirectories: true)
      try FileManager.default.createSymbolicLink(
        atPath: folder.path("report/users.csv"), withDestinationPath: other)
      let run = try ProgramRun(["audit", OutputTests.firstLook, "--output", folder.path("report"), "--quiet"])
      #expect(try String(contentsOfFile: other, encoding: .utf8) == "not yours\n")
      #expect(run.status == 0, "\(run.notes)")
    }
  }

  @Test("what a run wrote into the folder that is read is no log that was not read")
  func ownFiles() async throws {
    try await LogFolder.use { folder in
      try folder.write(IceWarpTalk().submission(by: "ana@example.com"))
      for state in [[], ["--state", "state.sqlite", "--cutover", "2026-12-15"]] {
        for _ in 0..<2 {
          let run = try ProgramRun(
            ["audit", ".", "--output", "report", "--metrics", "port587.prom", "--json"] + state, folder: folder.url)
          #expect(run.status == 0 && run.notes == "", "\(run.notes)")
          #expect(try ReportText(run.output).list("skipped").isEmpty)
        }
      }
      // Without these options they are strangers again.
      #expect(try ProgramRun(["audit", "."], folder: folder.url).notes.contains("users.csv was skipped"))
    }
  }

  @Test("--quiet prints no summary, and no note of what was skipped")
  func quiet() async throws {
    try await LogFolder.use { folder in
      try folder.write(IceWarpTalk().submission(by: "ana@example.com"))
      try folder.write(["no log"], to: "note.txt")
      let loud = try ProgramRun(["audit", folder.url.path])
      #expect(loud.text.contains("ana@example.com"))
      #expect(loud.notes.contains("note.txt"))
      let quiet = try ProgramRun(["audit", folder.url.path, "--quiet"])
      #expect(quiet.text == "")
      #expect(quiet.notes == "")
    }
  }

  @Test("--verbose says per file what was read, on standard error")
  func verbose() async throws {
    try await LogFolder.use { folder in
      try folder.write(IceWarpTalk().submission(by: "ana@example.com") + ["garbage"])
      try folder.write(["no log"], to: "note.txt")
      let run = try ProgramRun(["audit", folder.url.path, "--verbose", "--json"])
      #expect(run.notes.contains("\(LogFolder.monday): icewarp, none, 23 lines = "))
      #expect(run.notes.contains("1 unrecognised"))
      #expect(run.notes.contains("postfix: "), "why the note is no log")
      #expect(try ReportText(run.output).identities == ["ana@example.com"])
    }
  }

  @Test(
    "No colour and no progress where there is no terminal",
    arguments: [[:], ["NO_COLOR": "1"], ["TERM": "xterm-256color"], ["TERM": "dumb"], ["CLICOLOR_FORCE": "0"]])
  func colourless(environment: [String: String]) throws {
    let run = try ProgramRun(["audit", OutputTests.firstLook], environment: environment)
    #expect(!run.output.contains(OutputTests.escape))
    #expect(!run.output.contains(UInt8(ascii: "\r")))
    #expect(run.notes == "")
  }

  @Test(
    "The summary is as wide as the terminal; COLUMNS goes before it, and both within bounds",
    arguments: [
      (60, [:], 60), (150, [:], 150), (20, [:], 40), (80, ["COLUMNS": "150"], 150), (150, ["COLUMNS": "30"], 40),
      (100, ["COLUMNS": "wide"], 100), (nil, [:], 80), (nil, ["COLUMNS": "500"], 400),
    ] as [(Int?, [String: String], Int)])
  func width(terminal: Int?, environment: [String: String], columns: Int) throws {
    #expect(Terminal.columns(environment, terminal: terminal) == columns)
    let command = "\"$PORT587\" audit \"$LOGS\" --no-color"
    let variables = environment.merging(["LOGS": OutputTests.firstLook, "TERM": "xterm"]) { old, _ in old }
    let run =
      if let terminal {
        // `script` takes COLUMNS for itself; the program gets it by the inner shell.
        try ProgramRun(
          shell: "script -qec 'stty cols \(terminal) && \(command)' /dev/null < /dev/null", environment: variables)
      } else {
        try ProgramRun(shell: command, environment: variables)
      }
    #expect(run.status == 0, "\(run.notes)")
    let widest = run.text.split(whereSeparator: \.isNewline).map(\.count).max() ?? 0
    #expect(widest <= columns)
    // The widest table takes what it can get, and has texts for 87 columns.
    #expect(widest > (columns > 80 ? 80 : columns - 12), "\(widest)")
  }

  @Test("Colour on a terminal, unless somebody objects")
  func colour() throws {
    func run(_ option: String, _ environment: [String: String]) throws -> Data {
      try ProgramRun(
        shell: "script -qec '\"$PORT587\" audit \"$LOGS\" \(option)' /dev/null < /dev/null",
        environment: environment.merging(["LOGS": OutputTests.firstLook, "TERM": "xterm"]) { old, _ in old }
      ).output
    }
    #expect(try run("", [:]).contains(OutputTests.escape))
    #expect(try !run("--no-color", [:]).contains(OutputTests.escape))
    #expect(try !run("", ["NO_COLOR": "1"]).contains(OutputTests.escape))
    #expect(try !run("", ["TERM": "dumb"]).contains(OutputTests.escape))
  }

  @Test(
    "Languages of the summary and the page",
    arguments: [("en", "Do not close port 25"), ("pt-BR", "porta 25"), ("es", "puerto 25")])
  func language(tag: String, words: String) async throws {
    try await LogFolder.use { folder in
      let run = try ProgramRun(["audit", OutputTests.firstLook, "--language", tag, "--output", folder.path("report")])
      #expect(run.text.contains(words), "\(run.text)")
      let page = try String(contentsOfFile: folder.path("report/report.html"), encoding: .utf8)
      #expect(page.contains("<html lang=\"\(tag)\""))
      let locale = tag.replacingOccurrences(of: "-", with: "_") + ".UTF-8"
      #expect(try ProgramRun(["audit", OutputTests.firstLook], environment: ["LC_ALL": locale]).output == run.output)
    }
  }

  @Test("The language changes nothing in JSON and CSV")
  func languageOfData() async throws {
    try await LogFolder.use { folder in
      for tag in ["en", "pt-BR", "es"] {
        let run = try ProgramRun(
          ["audit", OutputTests.firstLook, "--language", tag, "--output", folder.path(tag), "--quiet"])
        #expect(run.status == 0)
      }
      for file in OutputTests.files where file.hasSuffix(".csv") {
        let english = try Data(contentsOf: URL(fileURLWithPath: folder.path("en/" + file)))
        for tag in ["pt-BR", "es"] {
          #expect(
            try Data(contentsOf: URL(fileURLWithPath: folder.path(tag + "/" + file))) == english, "\(tag) \(file)")
        }
      }
      let english = try ReportText(Data(contentsOf: URL(fileURLWithPath: folder.path("en/report.json")))).comparable
      for tag in ["pt-BR", "es"] {
        let other = try ReportText(Data(contentsOf: URL(fileURLWithPath: folder.path(tag + "/report.json")))).comparable
        #expect(other == english)
      }
    }
  }

  @Test("formats, --help and --version answer on standard output")
  func questions() throws {
    let formats = try ProgramRun(["formats"])
    for word in ["icewarp", "postfix", "--port-of-address", "--postfix-services"] {
      #expect(formats.text.contains(word))
    }
    let version = try ProgramRun(["--version"])
    #expect(version.text.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
    let help = try ProgramRun(["audit", "--help"])
    for option in [
      "--json", "--output", "--log-format", "--since", "--until", "--legacy-port", "--submission-port",
      "--submissions-port", "--port-of-address", "--port-of-path", "--postfix-services", "--accounts", "--local-domain",
      "--default-domain", "--utc-offset", "--year", "--threads", "--exit-code", "--quiet", "--verbose", "--no-color",
      "--no-progress",
    ] {
      #expect(help.text.contains(option), "\(option)")
    }
    for run in try [formats, version, help, ProgramRun(["--help"])] {
      #expect(run.status == 0)
      #expect(run.notes == "")
    }
  }

  private static func mode(_ path: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return (attributes[.posixPermissions] as? NSNumber)?.intValue ?? -1
  }
}
