import Foundation
import MailModel
import StateStore
import Testing

@testable import port587

/// `--infer-port` from the option to the report.
@Suite("Likely ports and the program")
struct InferPortTests {
  static let log = SourceTree.root.appendingPathComponent("fixtures/logs/icewarp-phase3-ports-unknown").path

  private static func json(_ run: ProgramRun) throws -> [String: Any] {
    #expect(run.status == 0, "\(run.notes)")
    return try #require(try JSONSerialization.jsonObject(with: run.output) as? [String: Any])
  }

  private static func audit(_ options: [String]) throws -> [String: Any] {
    try json(try ProgramRun(["audit", log, "--json", "--quiet"] + options))
  }

  /// Rules with port, sessions and refusals: `clearLogin 25 30 0`.
  private static func rules(_ report: [String: Any]) -> [String] {
    ((report["inferred"] as? [String: Any])?["rules"] as? [[String: Any]] ?? []).map { row in
      ["rule", "port", "sessions", "refusals"].map { "\(row[$0] ?? "")" }.joined(separator: " ")
    }
  }

  private static func facts(_ report: [String: Any]) -> [String] {
    ((report["inferred"] as? [String: Any])?["facts"] as? [[String: Any]] ?? []).compactMap { $0["source"] as? String }
  }

  private static func isApart(_ inferred: [String: Any], from plain: [String: Any]) {
    for key in Set(plain.keys).union(inferred.keys) where key != "generatedAt" && key != "inferred" && key != "server" {
      #expect(NSDictionary(dictionary: [key: plain[key] ?? ""]) == [key: inferred[key] ?? ""], "\(key)")
    }
  }

  @Test("what is concluded stands apart, and no other number changes")
  func apart() throws {
    let inferred = try Self.audit(["--infer-port", "--message-submission"])
    #expect(Self.rules(inferred) == ["submissionSwitch 25 0 4"] && Self.facts(inferred) == ["option"])
    Self.isApart(inferred, from: try Self.audit([]))
  }

  @Test("the settings that a preflight read say what the option says, and which port is not for submission")
  func settings() async throws {
    try await LogFolder.use { folder in
      func concluded(second: Int) throws -> [String: Any] {
        try folder.write(
          [
            "C_System_Services_SMTP_Port: 25", "C_System_Services_SMTP_AltPort: \(second)",
            "C_System_Services_SMTP_SSLPort: 465", "C_Mail_SMTP_Delivery_MessageSubmission: 1",
            "C_System_Services_BindIPAddress: 192.0.2.1:587",
          ], to: "tool.txt")
        let run = try ProgramRun(["preflight", "--tool-output", folder.path("tool.txt"), "--json"])
        try folder.write(run.output, to: "preflight.json")
        return try Self.audit(["--infer-port", "--preflight", folder.path("preflight.json")])
      }
      let inferred = try concluded(second: 587)
      #expect(Self.rules(inferred) == ["submissionSwitch 25 0 4"] && Self.facts(inferred) == ["preflight"])
      Self.isApart(inferred, from: try Self.audit([]))
      // 587 is a further binding there, which the option does not leave to users: 25 or 587, so nothing is said.
      #expect(try Self.rules(concluded(second: 366)).isEmpty)
    }
  }

  @Test("AUTH refused in clear on 587 means that a login in clear was on 25")
  func clear() async throws {
    try await LogFolder.use { folder in
      try ConnectionTests.write(folder)
      try folder.write(["smtpd_tls_security_level = may", "smtpd_sasl_auth_enable = yes"], to: "main.txt")
      try folder.write(
        ["smtp inet n - y - - smtpd", "submission inet n - y - - smtpd -o smtpd_tls_security_level=encrypt"],
        to: "master.txt")
      let preflight = try ProgramRun(
        ["preflight", "--postconf", "main.txt", "--postfix-services", "master.txt", "--json"], folder: folder.url)
      try folder.write(preflight.output, to: "preflight.json")
      let (report, _) = try ConnectionTests.json(["--infer-port", "--preflight", "preflight.json"], folder)
      #expect(Self.rules(report) == ["clearLogin 25 30 0"])
      #expect(Set(ConnectionTests.ports(report).values) == ["unknown"])
      // What a record tells is not concluded any more.
      let (joined, _) = try ConnectionTests.json(
        ["--infer-port", "--preflight", "preflight.json", "--connections", "pfirewall.log"], folder)
      #expect(Self.rules(joined).isEmpty && !Set(ConnectionTests.ports(joined).values).contains("unknown"))
    }
  }

  @Test("a state keeps what is needed, and its probe is a fact: in audit, in report and in run")
  func state() async throws {
    try await LogFolder.use { folder in
      try ConnectionTests.write(folder)
      let state = folder.path("state.sqlite")
      func report(_ options: [String]) throws -> ([String: Any], String) {
        let run = try ProgramRun(["report", "--state", state, "--server-name", "mail", "--json"] + options)
        return (try Self.json(run), run.notes)
      }
      func audit(_ options: [String]) throws -> ([String: Any], String) {
        try ConnectionTests.json(["--state", state, "--server-name", "mail"] + options, folder)
      }
      // Nothing is known yet, which is said, and the report is there.
      let (bare, notes) = try audit(["--infer-port"])
      #expect(Self.rules(bare).isEmpty && Self.facts(bare).isEmpty && bare["inferred"] != nil)
      #expect(notes.contains("no port is concluded"), "\(notes)")
      let old = try report([]).0
      // 25 alone takes a login in clear, and there is no 465.
      var probe = InferenceSourcesTests.probe
      probe.targets[2].reachability = .refused
      try ProbeKeeper.keep(probe, in: state, now: Timestamp(seconds: 1_795_600_000))
      let (kept, silence) = try report(["--infer-port"])
      #expect(Self.rules(kept) == ["clearLogin 25 30 0"] && Self.facts(kept) == ["probe"])
      #expect(!silence.contains("concluded"))
      Self.isApart(kept, from: old)

      let text = """
        state: state.sqlite
        server-name: mail
        sources: [{paths: [mail.log], year: 2026}]
        reports: [{folder: out}]
        infer-port: {}
        """
      let configuration = try folder.write(Data(text.utf8), to: "port587.yaml")
      let run = try ProgramRun(["run", "--config", configuration])
      #expect(run.status == 0 && run.notes.isEmpty, "\(run.notes)")
      let written = try Data(contentsOf: URL(fileURLWithPath: folder.path("out/report.json")))
      let said = try #require(try JSONSerialization.jsonObject(with: written) as? [String: Any])
      #expect(Self.rules(said) == ["clearLogin 25 30 0"])

      // A calibration that could tell 25 leaves no port for these sessions.
      try StateSession.open(state, mayCreate: false).remember(
        PortCalibration(takenAt: probe.generatedAt, connections: [], signs: ["25": .serviceLabel, "587": .alike]),
        server: "mail")
      #expect(try Self.rules(report(["--infer-port"]).0).isEmpty)
      // What one server takes says nothing of another.
      #expect(try ProgramRun(["audit", Self.log, "--state", state, "--server-name", "other", "--quiet"]).status == 0)
      let (two, why) = try report(["--infer-port"])
      #expect(Self.rules(two).isEmpty && why.contains("several servers"), "\(why)")
    }
  }

  @Test("facts without the option, the option without facts, and facts that are none, are errors")
  func usage() async throws {
    for options in [["--infer-port"], ["--message-submission"]] {
      #expect(try ProgramRun(["audit", Self.log] + options).status == 64, "\(options)")
    }
    try await LogFolder.use { folder in
      try folder.write(["C_Version: 14.3.0"], to: "tool.txt")
      let run = try ProgramRun(["preflight", "--tool-output", folder.path("tool.txt"), "--json"])
      try folder.write(run.output, to: "preflight.json")
      let audit = try ProgramRun(["audit", Self.log, "--infer-port", "--preflight", folder.path("preflight.json")])
      #expect(audit.status == 65 && audit.notes.contains("tells neither"), "\(audit.notes)")
    }
  }
}
