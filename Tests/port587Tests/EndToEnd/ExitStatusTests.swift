import Foundation
import Testing

/// The table "Exit status" of `docs/contract.md`, run against the built program.
@Suite("Exit status")
struct ExitStatusTests {
  private static let firstLook = SourceTree.root.appendingPathComponent("fixtures/logs/first-look").path
  private static let moved = IceWarpTalk(port: 587).submission(by: "ana@example.com")

  /// A command line, run in a folder with `s20260316-00.log` (one user on 587), `note.txt` and `empty.log`.
  struct Row: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let arguments: [String]
    let status: Int32
    /// What standard error says; nothing: it says nothing at all.
    var says: [String] = []

    init(_ name: String, _ arguments: [String], _ status: Int32, says: [String] = []) {
      testDescription = name
      self.arguments = arguments
      self.status = status
      self.says = says
    }
  }

  static let rows = [
    Row("0: done", ["audit", LogFolder.monday], 0),
    Row("0: done, although somebody is affected", ["audit", firstLook], 0),
    Row("0: an empty file is a source of 0 lines", ["audit", "empty.log"], 0),
    Row("0: nobody is affected", ["audit", LogFolder.monday, "--exit-code"], 0),
    Row("1: somebody is affected", ["audit", firstLook, "--exit-code"], 1),
    Row("3: one of two paths is not there", ["audit", LogFolder.monday, "gone.log"], 3, says: ["gone.log"]),
    Row("3: one of two named files is no log", ["audit", LogFolder.monday, "note.txt"], 3, says: ["note.txt"]),
    Row("3 comes before 1", ["audit", firstLook, "gone.log", "--exit-code"], 3, says: ["gone.log"]),
    Row("64: no path", ["audit"], 64, says: ["<paths>"]),
    Row("64: unknown option", ["audit", "--bogus", LogFolder.monday], 64, says: ["--bogus"]),
    Row("64: unknown command", ["audits", LogFolder.monday], 64, says: ["audits"]),
    Row("64: unknown format", ["audit", "--log-format", "exim", LogFolder.monday], 64, says: ["icewarp", "postfix"]),
    Row("64: no port", ["audit", "--legacy-port", "70000", LogFolder.monday], 64, says: ["70000"]),
    Row("64: port 0", ["audit", "--submission-port", "0", LogFolder.monday], 64, says: ["65535"]),
    Row(
      "64: a port to be closed that users move to",
      ["audit", "--legacy-port", "25", "--legacy-port", "587", firstLook], 64,
      says: ["Port 587", "--legacy-port", "--submission-port"]),
    Row(
      "64: users move to a port that is to be closed", ["audit", "--submission-port", "25", firstLook], 64,
      says: ["Port 25", "--legacy-port"]),
    Row(
      "64: one port for two kinds of TLS", ["audit", "--submissions-port", "587", firstLook], 64,
      says: ["Port 587", "--submission-port"]),
    Row("64: no folder", ["audit", "--output", "", LogFolder.monday], 64, says: ["--output", "empty"]),
    Row("64: no file", ["audit", "--metrics", "", LogFolder.monday], 64, says: ["--metrics", "empty"]),
    Row("64: no state", ["audit", "--state", "", LogFolder.monday], 64, says: ["--state", "empty"]),
    Row(
      "64: no folder for previews",
      [
        "notify", "--notify-domain", "example.com", "--server", "mail.example.com", "--cutover", "2026-12-15",
        "--unprobed", "--report", "r.json", "--output", "",
      ], 64, says: ["--output", "empty"]),
    Row("64: no folder for the probe", ["probe", "192.0.2.1", "--output", ""], 64, says: ["--output", "empty"]),
    Row("64: no folder for the preflight", ["preflight", "--output", ""], 64, says: ["--output", "empty"]),
    Row(
      "64: no folder for the clients",
      ["client-config", "example.com", "--server", "mail.example.com", "--output", ""], 64,
      says: ["--output", "empty"]),
    Row(
      "64: no file for the lines", ["bypass", "suggest", "--state", "s.sqlite", "--output", ""], 64,
      says: ["--output", "empty"]),
    Row("64: no address", ["audit", "--port-of-address", "host=25", LogFolder.monday], 64, says: ["host=25"]),
    Row("64: no pattern", ["audit", "--port-of-path", "=587", LogFolder.monday], 64, says: ["=587"]),
    Row("64: no moment", ["audit", "--since", "yesterday", LogFolder.monday], 64, says: ["yesterday"]),
    Row("64: no offset", ["audit", "--utc-offset", "-3h", LogFolder.monday], 64, says: ["-3h"]),
    Row("64: no language", ["audit", "--language", "tlh", LogFolder.monday], 64, says: ["tlh"]),
    Row("64: no threads", ["audit", "--threads", "0", LogFolder.monday], 64, says: ["--threads"]),
    Row("64: no year", ["audit", "--year", "26", LogFolder.monday], 64, says: ["--year"]),
    Row(
      "65: no known format, with what was tried and why not", ["audit", "note.txt"], 65,
      says: ["note.txt", "icewarp: ", "postfix: ", "--log-format"]),
    Row(
      "65: an account list without an account", ["audit", "--accounts", "empty.log", LogFolder.monday], 65,
      says: ["empty.log"]),
    Row(
      "65: no list of services", ["audit", "--postfix-services", "note.txt", LogFolder.monday], 65, says: ["note.txt"]),
    Row("66: no such file", ["audit", "gone.log"], 66, says: ["gone.log"]),
    Row(
      "66: no such account list", ["audit", "--accounts", "gone.csv", LogFolder.monday], 66,
      says: ["account list gone.csv: it does not exist or may not be read"]),
    Row(
      "66: a folder for the list of accounts", ["audit", "--accounts", "bare", LogFolder.monday], 66,
      says: ["account list bare: it is a folder"]),
    Row(
      "66: no such probe", ["audit", "--probe", "gone.json", LogFolder.monday], 66,
      says: ["gone.json: it does not exist or may not be read"]),
    Row(
      "66: no such list of services", ["audit", "--postfix-services", "gone.txt", LogFolder.monday], 66,
      says: ["gone.txt: it does not exist or may not be read"]),
    Row("66: a pattern without a match", ["audit", "*.gone"], 66, says: ["*.gone"]),
    Row("66: a link to nothing", ["audit", "dangling.log"], 66, says: ["dangling.log"]),
    Row("66: a folder without a file", ["audit", "bare"], 66, says: ["bare"]),
    Row("3: an archive of a kind that is not read", ["audit", "logs.7z"], 3, says: ["logs.7z"]),
    Row("3: a compressed file without anything readable", ["audit", "broken.gz"], 3, says: ["broken.gz"]),
    Row(
      "73: a file where the folder goes", ["audit", "--output", "note.txt", LogFolder.monday], 73, says: ["note.txt"]),
    Row(
      "73: a folder that nobody can make", ["audit", "--output", "/proc/report", LogFolder.monday], 73,
      says: ["/proc/report"]),
    Row(
      "73: a folder where a file goes", ["audit", "--output", "occupied", LogFolder.monday], 73, says: ["report.html"]),
    Row(
      "74: standard output is full", ["audit", LogFolder.monday], 74,
      says: ["cannot write to standard output: no space is left\n"]),
    Row(
      "74: standard output is full for JSON", ["audit", LogFolder.monday, "--json"], 74,
      says: ["cannot write to standard output: no space is left\n"]),
  ]

  @Test("The status, and what is said where", arguments: rows)
  func status(row: Row) async throws {
    try await LogFolder.use { folder in
      try folder.write(ExitStatusTests.moved)
      try folder.write(["This is no log.", "It is a note."], to: "note.txt")
      try folder.write(Data(), to: "empty.log")
      try folder.write(Data([0x1F, 0x8B, 0x08, 0xFF, 0xFF]), to: "broken.gz")
      try folder.write(Data([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, 0, 4]), to: "logs.7z")
      try FileManager.default.createDirectory(atPath: folder.path("bare"), withIntermediateDirectories: true)
      try FileManager.default.createDirectory(
        atPath: folder.path("occupied/report.html/x"), withIntermediateDirectories: true)
      try FileManager.default.createSymbolicLink(
        atPath: folder.path("dangling.log"), withDestinationPath: folder.path("nowhere"))
      let run =
        row.status == 74
        ? try ProgramRun(
          shell: "\"$PORT587\" \(row.arguments.joined(separator: " ")) > /dev/full", folder: folder.url)
        : try ProgramRun(row.arguments, folder: folder.url)
      #expect(run.status == row.status, "\(run.notes)")
      for word in row.says { #expect(run.notes.contains(word), "\(run.notes)") }
      if row.says.isEmpty { #expect(run.notes == "") }
      if row.status >= 64 { #expect(run.text == "", "an error says nothing on standard output") }
    }
  }

  @Test(
    "74: no command hides that standard output is full or closed",
    arguments: [
      ["config", "example"], ["config", "check", "ports.yaml"], ["formats"], ["preflight"],
      ["notify", "templates", "--output", "texts"], ["state", "check", "--state", "s.sqlite"],
      ["state", "show", "ana@example.com", "--state", "s.sqlite"],
      ["state", "purge", "--older-than", "1d", "--state", "s.sqlite"],
      ["state", "merge", "s.sqlite", "--into", "other.sqlite"],
      ["state", "forget", "ana@example.com", "--state", "s.sqlite"],
    ])
  func unwritable(arguments: [String]) async throws {
    try await LogFolder.use { folder in
      try folder.write(ExitStatusTests.moved)
      try folder.write(
        ["state: s.sqlite", "sources:", "  - paths: [\(LogFolder.monday)]"], to: "ports.yaml")
      let made = try ProgramRun(["audit", LogFolder.monday, "--state", "s.sqlite", "--quiet"], folder: folder.url)
      #expect(made.status == 0, "\(made.notes)")
      let command = "\"$PORT587\" \(arguments.joined(separator: " "))"
      for (place, reason) in [("/dev/full", "no space is left"), ("&-", "it is closed")] {
        let run = try ProgramRun(
          shell:
            "cp s.sqlite before; \(command) >\(place); s=$?; cp before s.sqlite; rm -rf texts other.sqlite; exit $s",
          folder: folder.url)
        #expect(run.status == 74, "\(place) \(run.notes)")
        #expect(run.notes.contains("port587: cannot write to standard output: \(reason)\n"), "\(run.notes)")
      }
    }
  }

  @Test("The result is printed though standard error is full or closed", arguments: ["2>/dev/full", "2>&-"])
  func silenced(place: String) throws {
    let run = try ProgramRun(
      shell: "\"$PORT587\" audit \"$LOGS\" /nowhere --json \(place)",
      environment: ["LOGS": ExitStatusTests.firstLook])
    #expect(run.status == 3)
    #expect(run.text.hasSuffix("}\n"))
  }

  @Test("A reader that goes away is no error", arguments: ["", "--json", "--help"])
  func closedPipe(option: String) throws {
    for reader in ["true", "head -c 1 >/dev/null"] {
      let run = try ProgramRun(
        shell: "\"$PORT587\" audit \"$LOGS\" \(option) | (sleep 0.2; \(reader)); echo ${PIPESTATUS[0]}",
        environment: ["LOGS": ExitStatusTests.firstLook])
      #expect(run.text.hasSuffix("0\n"), "\(reader): \(run.text)")
      #expect(run.notes == "")
    }
    let closed = try ProgramRun(
      shell: "\"$PORT587\" audit \"$LOGS\" \(option) >&-", environment: ["LOGS": ExitStatusTests.firstLook])
    #expect([0, 74].contains(closed.status), "closed before the start: \(closed.status)")
  }
}
