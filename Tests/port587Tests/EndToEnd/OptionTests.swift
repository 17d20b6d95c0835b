import Foundation
import Testing

/// What the options of `audit` change, each by one run of the program.
@Suite("Options of the program")
struct OptionTests {
  private static let fixtures = SourceTree.root.appendingPathComponent("fixtures/logs").path
  private static let unlabelled = fixtures + "/postfix-recorded-unlabelled"

  private static func report(
    _ arguments: [String], input: Data = Data(), folder: LogFolder? = nil
  ) throws -> ReportText {
    let run = try ProgramRun(["audit", "--json"] + arguments, input: input, folder: folder?.url)
    #expect(run.status == 0, "\(run.notes)")
    return try ReportText(run.output)
  }

  @Test("- reads standard input, plain and packed", arguments: ArchiveFilter.all)
  func standardInput(filter: ArchiveFilter) async throws {
    try await LogFolder.use { folder in
      let path = try folder.write(IceWarpTalk().submission(by: "ana@example.com"))
      let bytes = try filter.packed(path, in: folder)
      let report = try OptionTests.report(["-"], input: bytes)
      #expect(report.identities == ["ana@example.com"])
      #expect(report.list("sources").first?["path"] as? String == "-")
      try folder.write(bytes, to: "packed")
      let piped = try ProgramRun(shell: "cat packed | \"$PORT587\" audit --json -", folder: folder.url)
      #expect(try ReportText(piped.output).comparable == report.comparable)
    }
  }

  @Test("A pattern in quotes is expanded by the program, and a file of that very name is that file")
  func patterns() async throws {
    try await LogFolder.use { folder in
      try folder.write(IceWarpTalk().submission(by: "ana@example.com"), to: "logs/a/s20260316-00.log")
      try folder.write(IceWarpTalk().submission(by: "bia@example.com"), to: "logs/b/s20260317-00.log")
      try folder.write(IceWarpTalk().submission(by: "caio@example.com"), to: "logs/b/other.txt")
      #expect(
        try OptionTests.report(["logs/*/s2026*.log"], folder: folder).identities == [
          "ana@example.com", "bia@example.com",
        ])
      #expect(try OptionTests.report(["logs/**/s20260317*"], folder: folder).identities == ["bia@example.com"])
      try folder.write(IceWarpTalk().submission(by: "dora@example.com"), to: "s[2026].log")
      #expect(try OptionTests.report(["s[2026].log"], folder: folder).identities == ["dora@example.com"])
    }
  }

  @Test("--since and --until cut by the time a session began: from and including, up to and not including")
  func window() async throws {
    try await LogFolder.use { folder in
      for hour in ["09", "10", "11"] {
        let talk = IceWarpTalk(thread: "00\(hour)", time: "\(hour):00:00")
        try folder.write(talk.submission(by: "h\(hour)@example.com"), to: "\(hour)/s20260316-00.log")
      }
      func users(_ options: [String]) throws -> [String] {
        try OptionTests.report(["."] + options + ["--utc-offset", "+00:00"], folder: folder).identities
          .map { String($0.prefix(3)) }
      }
      #expect(try users([]) == ["h09", "h10", "h11"])
      #expect(try users(["--since", "2026-03-16T10:00"]) == ["h10", "h11"])
      #expect(try users(["--until", "2026-03-16T10:00"]) == ["h09"])
      #expect(try users(["--since", "2026-03-16T10:00:00Z", "--until", "2026-03-16T11:00:00Z"]) == ["h10"])
      #expect(try users(["--since", "2026-03-16T07:00:00-03:00", "--until", "2026-03-17"]) == ["h10", "h11"])
      #expect(try users(["--since", "2026-03-17", "--until", "2026-03-18"]) == [])
      let window = try OptionTests.report([".", "--since", "2026-03-16T10:00:00Z"], folder: folder)
      #expect(window["window.from"] as? String == "2026-03-16T10:00:00Z")
    }
  }

  @Test("--utc-offset says how the log's clock goes")
  func offset() async throws {
    try await LogFolder.use { folder in
      // A greeting with a date tells the offset itself; this log has none.
      let lines = IceWarpTalk().submission(by: "ana@example.com").filter { !$0.contains(">>> 220 ") }
      try folder.write(lines)
      let report = try OptionTests.report([LogFolder.monday, "--utc-offset", "-03:00"], folder: folder)
      let source = try #require(report.list("sources").first)
      #expect(source["from"] as? String == "2026-03-16T13:00:00Z")
    }
  }

  @Test("--year gives the year of stamps without one")
  func year() throws {
    let report = try OptionTests.report([OptionTests.unlabelled + "/mail.log", "--year", "2019", "--utc-offset", "Z"])
    let source = try #require(report.list("sources").first)
    #expect((source["from"] as? String)?.hasPrefix("2019-11-23T") == true)
  }

  @Test("--port-of-address names the port of a local address, --port-of-path that of a file")
  func ports() async throws {
    try await LogFolder.use { folder in
      var lines = IceWarpTalk(port: nil).submission(by: "ana@example.com")
      lines[0] = IceWarpTalk().line("Connected, local IP=192.0.2.20")
      try folder.write(lines)
      func sessions(_ port: String, _ options: [String]) throws -> Int? {
        try OptionTests.report([LogFolder.monday] + options, folder: folder)
          .number("totals.byPort.\(port).sessions")
      }
      #expect(try sessions("unknown", []) == 1)
      #expect(try sessions("587", ["--port-of-address", "192.0.2.20=587"]) == 1)
      #expect(try sessions("unknown", ["--port-of-address", "192.0.2.21=587"]) == 1)
      #expect(try sessions("465", ["--port-of-path", "s2026*=465"]) == 1)
      #expect(try sessions("unknown", ["--port-of-path", "*/submission/*=465"]) == 1)
    }
  }

  @Test("--port-of-path means the same from wherever the logs are read, and what has no effect is said")
  func portsOfPaths() async throws {
    try await LogFolder.use { folder in
      for name in ["submission", "mx"] {
        let place = folder.url.appendingPathComponent(name)
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        try folder.write(
          IceWarpTalk(client: name == "mx" ? "198.51.100.8" : "198.51.100.7", port: nil).submission(
            by: "\(name)@example.com"), to: name + "/" + LogFolder.monday)
      }
      let ports = ["--port-of-path", "*/submission/*=587", "--port-of-path", "*/mx/*=25"]
      for paths in [["."], ["mx", "submission"], ["../" + folder.url.lastPathComponent], [folder.url.path]] {
        let run = try ProgramRun(["audit", "--json"] + paths + ports, folder: folder.url)
        let report = try ReportText(run.output)
        #expect(report.number("totals.byPort.587.sessions") == 1, "\(paths)")
        #expect(report.number("totals.byPort.25.sessions") == 1, "\(paths)")
        #expect(!run.notes.contains("--port-of-path"))
      }
      let idle = ["--port-of-path", "*/smtp/*=25", "--port-of-address", "192.0.2.21=587"]
      let notes = try ProgramRun(["audit", "--json", "."] + idle, folder: folder.url).notes
      #expect(notes.contains("--port-of-path */smtp/* matches none of the logs"))
      #expect(notes.contains("--port-of-address 192.0.2.21: no connection in the logs came to it"))
      let quiet = try ProgramRun(["audit", "--json", "--quiet", "."] + idle, folder: folder.url)
      #expect(quiet.notes.isEmpty)
    }
  }

  @Test("--legacy-port, --submission-port and --submissions-port say what a port means")
  func policy() async throws {
    try await LogFolder.use { folder in
      try folder.write(IceWarpTalk(port: 2525).submission(by: "ana@example.com"))
      func readiness(_ options: [String]) throws -> String? {
        try OptionTests.report([LogFolder.monday] + options, folder: folder).list("users").first?["readiness"]
          as? String
      }
      #expect(try readiness([]) == "notReady")
      #expect(try readiness(["--legacy-port", "2525"]) == "notReady")
      #expect(try readiness(["--submission-port", "2525"]) == "ready")
      #expect(try readiness(["--submission-port", "587", "--submission-port", "2525"]) == "ready")
      #expect(try readiness(["--submissions-port", "2525"]) == "ready")
    }
  }

  @Test("--postfix-services tells ports that the log leaves out")
  func services() throws {
    let log = OptionTests.unlabelled + "/mail.log"
    let before = try OptionTests.report([log])
    let after = try OptionTests.report([log, "--postfix-services", OptionTests.unlabelled + "/services.txt"])
    #expect(before.number("totals.authenticatedSessions") == after.number("totals.authenticatedSessions"))
    let unknown = try #require(after.number("totals.byPort.unknown.sessions"))
    #expect(unknown <= (before.number("totals.byPort.unknown.sessions") ?? 0))
  }

  @Test("--accounts makes alias and mailbox one person, and domains local")
  func accounts() async throws {
    try await LogFolder.use { folder in
      var second = IceWarpTalk(thread: "0002", port: 587)
      second.helo = "PHONE"
      try folder.write(
        IceWarpTalk().submission(by: "ana@example.com") + second.submission(by: "Vendas@Example.com"))
      try folder.write(["ana@example.com", "vendas@example.com: ana@example.com"], to: "accounts.txt")
      #expect(
        try OptionTests.report([LogFolder.monday], folder: folder).identities == [
          "ana@example.com", "vendas@example.com",
        ])
      let joined = try OptionTests.report([LogFolder.monday, "--accounts", "accounts.txt"], folder: folder)
      #expect(joined.identities == ["ana@example.com"])
      #expect(joined.list("users").first?["readiness"] as? String == "moving")
    }
  }

  @Test("--default-domain completes a login without domain")
  func defaultDomain() async throws {
    try await LogFolder.use { folder in
      try folder.write(IceWarpTalk().submission(by: "Ana", from: "ana@example.com"))
      #expect(try OptionTests.report([LogFolder.monday], folder: folder).identities == ["ana"])
      #expect(
        try OptionTests.report([LogFolder.monday, "--default-domain", "Example.com"], folder: folder).identities
          == ["ana@example.com"])
    }
  }

  @Test("--local-domain decides whether a refused sender is a user of this server")
  func localDomain() async throws {
    try await LogFolder.use { folder in
      let talk = IceWarpTalk()
      let refused = [
        talk.line("<<< MAIL FROM:<ana@example.com>"), talk.line(">>> 250 2.1.0 <ana@example.com>... Sender ok"),
        talk.line("<<< RCPT TO:<customer@example.net>"), talk.line(">>> 501 5.7.1 Permission denied"),
      ]
      try folder.write(talk.greeting + refused + talk.farewell)
      let foreign = try OptionTests.report([LogFolder.monday], folder: folder)
      #expect(foreign.identities == [])
      let local = try OptionTests.report([LogFolder.monday, "--local-domain", "EXAMPLE.com"], folder: folder)
      #expect(local.identities == ["ana@example.com"])
      #expect(local.list("users").first?["kind"] as? String == "envelopeSender")
      #expect(local.list("users").first?["readiness"] as? String == "blocked")
    }
  }

  @Test(
    "a domain is understood with @ and dot, and what is none is refused",
    arguments: ["--local-domain", "--default-domain"])
  func domains(option: String) async throws {
    try await LogFolder.use { folder in
      try folder.write(IceWarpTalk().submission(by: "ana", from: "ana@example.com"))
      func identities(_ domain: String) throws -> [String] {
        try OptionTests.report([LogFolder.monday, option, domain], folder: folder).identities
      }
      let plain = try identities("example.com")
      for domain in ["@example.com", "example.com.", "@Example.COM."] { #expect(try identities(domain) == plain) }
      for domain in ["example.com,example.org", "ana@example.com", "@", "exa mple.com", "a..b", "-a.com"] {
        let run = try ProgramRun(["audit", folder.path(LogFolder.monday), "\(option)=\(domain)", "--json"])
        #expect(run.status == 64 && run.notes.contains("the name of one domain"), "\(domain): \(run.notes)")
      }
      #expect(
        try ProgramRun(["audit", folder.path(LogFolder.monday), "\(option)=bücher.example", "--quiet"]).status == 0)
    }
  }

  @Test("--log-format reads a file as that format whatever detection would say")
  func forced() async throws {
    try await LogFolder.use { folder in
      try folder.write(Array(repeating: "garbage", count: 3) + IceWarpTalk().submission(by: "ana@example.com"))
      #expect(
        try OptionTests.report([LogFolder.monday, "--log-format", "icewarp"], folder: folder).identities
          == ["ana@example.com"])
      let other = try OptionTests.report([LogFolder.monday, "--log-format", "postfix"], folder: folder)
      #expect(other.identities == [])
      #expect(other.list("sources").first?["format"] as? String == "postfix")
    }
  }
}
