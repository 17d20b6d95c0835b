import Foundation
import Testing

/// `bypass` and `audit --bypass` with the built program, on what a state holds of the two printers.
@Suite("bypass command")
struct BypassCommandTests {
  private static let stories = SourceTree.root.appendingPathComponent("fixtures").path
  private static let logs = stories + "/logs/icewarp-bypass-printer"
  private static let file = stories + "/bypass/printer-and-form/submissionbypass.dat"

  private static func state(_ folder: LogFolder) throws -> String {
    let state = folder.path("state.sqlite")
    let run = try ProgramRun(["audit", logs, "--state", state, "--quiet"])
    #expect(run.status == 0, "\(run.notes)")
    return state
  }

  private static func json(_ run: ProgramRun) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: run.output) as? [String: Any], "\(run.notes)")
  }

  @Test("check holds each line against the state")
  func check() async throws {
    try await LogFolder.use { folder in
      let state = try BypassCommandTests.state(folder)
      let report = try BypassCommandTests.json(
        ProgramRun(["bypass", "check", BypassCommandTests.file, "--state", state, "--json"]))
      #expect(report["schema"] as? String == "port587-bypass/1")
      let lines = try #require(report["lines"] as? [[String: Any]])
      let matches = lines.map { $0["matches"] as? [String: Any] }
      #expect(matches.map { $0?["refusals"] as? Int } == [0, 0, 1, 0])
      #expect(matches.map { $0?["legacySubmissions"] as? Int } == [1, 0, 1, 0])
      #expect(lines.map { $0["risk"] as? String } == ["low", "low", "medium", "high"])
      let outcome = try #require((report["simulation"] as? [String: Any])?["refusals"] as? [String: Int])
      #expect(outcome == ["seen": 1, "pass": 1, "undecided": 0])
    }
  }

  @Test("without a state nothing is said to match; a line that frees everybody is a reason to stop")
  func withoutState() throws {
    let every = BypassCommandTests.stories + "/bypass/every-prefix/submissionbypass.dat"
    let run = try ProgramRun(["bypass", "check", every, "--local-domain", "example.com", "--json"])
    #expect(run.status == 3)
    let lines = try #require(try BypassCommandTests.json(run)["lines"] as? [[String: Any]])
    #expect(lines.count == 15)
    #expect(lines.allSatisfy { $0["matches"] is NSNull })
    #expect(lines.filter { $0["risk"] as? String == "defeatsFeature" }.map { $0["number"] as? Int } == [2, 3])
    #expect(lines.filter { $0["valid"] as? Bool == false }.map { $0["number"] as? Int } == [6, 11, 14])
    #expect(try ProgramRun(["bypass", "check", BypassCommandTests.file, "--exit-code"]).status == 0)
    #expect(try ProgramRun(["bypass", "check", BypassCommandTests.file + ".none"]).status == 66)
  }

  @Test(
    "speaks the language that is asked for, in table and notes",
    arguments: [
      ("en", "looks at", "It frees every local sender", "No line for"),
      ("pt-BR", "critério", "Libera todo remetente local", "Sem linha para"),
      ("es", "criterio", "Libera a todo remitente local", "Sin línea para"),
    ])
  func languages(tag: String, header: String, note: String, leftOut: String) async throws {
    let every = BypassCommandTests.stories + "/bypass/every-prefix/submissionbypass.dat"
    let shown = try ProgramRun(["bypass", "check", every, "--language", tag])
    #expect(shown.text.contains(header) && shown.text.contains(note), "\(shown.text)")
    let json = try ProgramRun(["bypass", "check", every, "--language", tag, "--json"])
    #expect(json.text.contains(note) && json.text.contains("\"defeatsFeature\""))
    try await LogFolder.use { folder in
      let state = try BypassCommandTests.state(folder)
      let run = try ProgramRun([
        "bypass", "suggest", "--state", state, "--kind", "windows-desktop", "--kind", "unknown", "--address",
        "203.0.113.99", "--language", tag,
      ])
      #expect(run.text.contains(leftOut), "\(run.text)")
    }
  }

  /// Ten in the morning in UTC is midnight of the next day where the clock is fourteen hours ahead.
  @Test("days are those of the machine's clock, as in the report", arguments: ["UTC", "Pacific/Kiritimati"])
  func days(zone: String) async throws {
    try await LogFolder.use { folder in
      let log = try folder.write(IceWarpTalk(client: "192.0.2.61").submission(by: "scanner@example.com"))
      let file = try folder.write(["i:192.0.2.61"], to: "submissionbypass.dat")
      let state = folder.path("state.sqlite")
      #expect(try ProgramRun(["audit", log, "--state", state, "--quiet"]).status == 0)
      let run = try ProgramRun(["bypass", "check", file, "--state", state], environment: ["TZ": zone])
      let day = zone == "UTC" ? "2026-03-16" : "2026-03-17"
      #expect(run.text.contains("saw from \(day) to \(day)"), "\(run.text)")
      #expect(run.text.contains("1  i:192.0.2.61  address   low         0   1       0  \(day)"), "\(run.text)")
    }
  }

  @Test("audit says that a file handed in as bypass file frees nobody, unless it holds comments alone")
  func notABypassFile() async throws {
    try await LogFolder.use { folder in
      let log = try folder.write(IceWarpTalk().submission(by: "ana@example.com"))
      for (text, isSaid) in [
        ("ana@example.com,0,ana,", true), ("; nobody any more", false), ("", false), ("i:192.0.2.1\nana@,0", false),
      ] {
        let file = try folder.write(Data(text.utf8), to: "list.txt")
        let run = try ProgramRun(["audit", log, "--bypass", file, "--quiet"])
        #expect(run.status == 0 && run.notes.contains("\(file): no line of it frees anybody") == isSaid, "\(run.notes)")
      }
    }
  }

  @Test("files that name one another end, and a lost one is told")
  func circle() throws {
    let run = try ProgramRun([
      "bypass", "check", BypassCommandTests.stories + "/bypass/circle-of-files/submissionbypass.dat", "--json",
    ])
    #expect(run.status == 3)
    let includes = try #require(try BypassCommandTests.json(run)["includes"] as? [[String: Any]])
    #expect(includes.map { $0["path"] as? String } == ["more.dat", "submissionbypass.dat", "lost.dat"])
    #expect((includes[1]["problem"] as? String)?.contains("leads back") == true)
  }

  @Test("suggest adds lines of ASCII with CRLF, sets a copy aside, and keeps notes; nothing is overwritten")
  func suggest() async throws {
    try await LogFolder.use { folder in
      let state = try BypassCommandTests.state(folder)
      let before = Data("i:192.0.2.60\n; caf\u{e9}".utf8)
      let file = try folder.write(before, to: "submissionbypass.dat")
      let run = try ProgramRun([
        "bypass", "suggest", "--state", state, "--bypass", file, "--in-place", "--owner", "Bia", "--expires",
        "2026-06-01", "--json", "--kind", "printer", "--address", "192.0.2.61",
      ])
      #expect(run.status == 0, "\(run.notes)")
      let proposals = try #require(try BypassCommandTests.json(run)["proposals"] as? [[String: Any]])
      #expect(proposals.map { $0["text"] as? String } == ["i:192.0.2.61"])
      #expect(try Data(contentsOf: URL(fileURLWithPath: file)) == before + Data("\r\ni:192.0.2.61\r\n".utf8))
      let copies = try FileManager.default.contentsOfDirectory(atPath: folder.url.path).filter { $0.hasSuffix(".bak") }
      #expect(copies.count == 1)
      #expect(try Data(contentsOf: URL(fileURLWithPath: folder.path(copies.first ?? ""))) == before)
      let notes = try String(contentsOfFile: file + ".notes.json", encoding: .utf8)
      #expect(notes.contains("\"Bia\"") && notes.contains("\"2026-06-01\"") && notes.contains("i:192.0.2.61"))
      let mode = try FileManager.default.attributesOfItem(atPath: file + ".notes.json")[.posixPermissions] as? NSNumber
      #expect(mode?.intValue == 0o600)
      let shown = try ProgramRun(["bypass", "check", file]).text
      #expect(shown.contains("owner: Bia"))

      let new = folder.path("new.dat")
      let arguments = [
        "bypass", "suggest", "--state", state, "--output", new, "--quiet", "--kind", "printer", "--address",
        "192.0.2.61",
      ]
      #expect(try ProgramRun(arguments).status == 0)
      #expect(try Data(contentsOf: URL(fileURLWithPath: new)) == Data("i:192.0.2.60\r\ni:192.0.2.61\r\n".utf8))
      #expect(try ProgramRun(arguments).status == 73)
      #expect(try ProgramRun(["bypass", "suggest", "--state", state, "--in-place"]).status == 64)
    }
  }

  @Test("a link to the file stays one; what it leads to keeps its mode, and the copy holds what it was")
  func link() async throws {
    try await LogFolder.use { folder in
      let state = try BypassCommandTests.state(folder)
      let before = Data("i:192.0.2.60\r\n".utf8)
      let file = try folder.write(before, to: "config/submissionbypass.dat")
      try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file)
      let link = folder.path("submissionbypass.dat")
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: file)
      let run = try ProgramRun([
        "bypass", "suggest", "--state", state, "--bypass", link, "--in-place", "--owner", "Bia", "--quiet", "--address",
        "192.0.2.61",
      ])
      #expect(run.status == 0, "\(run.notes)")
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == file)
      #expect(try Data(contentsOf: URL(fileURLWithPath: file)) == before + Data("i:192.0.2.61\r\n".utf8))
      let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? NSNumber
      #expect(mode?.intValue == 0o640)
      let copies = try FileManager.default.contentsOfDirectory(atPath: folder.url.path).filter { $0.hasSuffix(".bak") }
      #expect(try copies.map { try Data(contentsOf: URL(fileURLWithPath: folder.path($0))) } == [before])
    }
  }

  @Test("the audit's report says whom the file frees and who is trusted, and hides it with pseudonyms")
  func audit() async throws {
    try await LogFolder.use { folder in
      let trusted = try folder.write(["192.0.2.61", "10.0.0.0/8"], to: "trusted.txt")
      let options = ["audit", BypassCommandTests.logs, "--bypass", BypassCommandTests.file, "--trusted", trusted]
      let out = folder.path("report")
      let run = try ProgramRun(options + ["--output", out, "--language", "pt-BR"])
      #expect(run.status == 0, "\(run.notes)")
      #expect(run.text.contains("scanner@example.com *"))
      #expect(!run.text.contains("rui@example.com *"))
      let page = try String(contentsOfFile: out + "/report.html", encoding: .utf8)
      #expect(page.contains("passa pela linha 1, 3 do bypass") && page.contains("endereço confiável"))
      let users = try String(contentsOfFile: out + "/users.csv", encoding: .utf8).components(separatedBy: "\r\n")
      #expect(users[0].hasSuffix(",bypass,bypass_lines,trusted"))
      #expect(users.contains { $0.hasPrefix("scanner@example.com,") && $0.hasSuffix(",all,1; 3,") })
      #expect(users.contains { $0.hasPrefix("rui@example.com,") && $0.hasSuffix(",,,") })
      let addresses = try String(contentsOfFile: out + "/addresses.csv", encoding: .utf8).components(
        separatedBy: "\r\n")
      #expect(addresses.contains { $0.hasPrefix("192.0.2.61,") && $0.hasSuffix(",yes") })
      let report = try ReportText(ProgramRun(options + ["--json"]).output)
      let marks = Dictionary(
        uniqueKeysWithValues: report.list("users").map { user in
          (
            user["identity"] as? String ?? "",
            ((user["bypass"] as? [String: Any])?["lines"] as? [[String: Any]])?.compactMap { $0["number"] as? Int }
              ?? []
          )
        })
      #expect(marks == ["scanner@example.com": [1, 3], "copiadora@example.com": [3], "rui@example.com": []])
      #expect(report.list("users").compactMap { $0["trusted"] as? String } == ["all"])
      #expect(report.list("addresses").filter { $0["trusted"] as? Bool == true }.count == 1)

      let key = try folder.write(Data("k3y-of-the-test-0123456789\n".utf8), to: "key")
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: key)
      let hidden = try ProgramRun(options + ["--json", "--pseudonymise", key]).text
      #expect(hidden.contains("\"bypass\"") && !hidden.contains("192.0.2.60"))
      #expect(try ProgramRun(["audit", BypassCommandTests.logs]).text.contains(" *") == false)
    }
  }
}
