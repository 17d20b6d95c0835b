import Foundation
import TestSupport
import Testing

/// Labels and postscreen that begin and end on the way: the ports are the same in whichever files the log comes, and in whichever order these are found.
@Suite("Ports over time")
struct PortsOverTimeTests {
  /// A story, and where its log is cut: within days, between readings of the configuration.
  struct Cuts: Sendable, CustomTestStringConvertible {
    var story: String
    /// The first stamps behind each cut.
    var places: [String]
    var testDescription: String { story }

    var path: String { SourceTree.root.appendingPathComponent("fixtures/logs/\(story)/mail.log").path }

    func parts() throws -> [String] {
      let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map { $0 + "\n" }
      let bounds = [""] + places + ["~"]
      return zip(bounds, bounds.dropFirst()).map { from, to in
        lines.filter { from <= $0.prefix(from.count) && $0.prefix(to.count) < to }.joined()
      }
    }
  }

  static let cuts = [
    Cuts(story: "postfix-postscreen-begins-and-ends", places: ["2026-11-11T08:00", "2026-11-12T10:30"]),
    Cuts(story: "postfix-postscreen-begins-and-ends", places: ["2026-11-11T10:30", "2026-11-12T06:26"]),
    Cuts(story: "postfix-labels-one-after-the-other", places: ["2026-11-11T08:30", "2026-11-11T11:00"]),
    Cuts(story: "postfix-labels-one-after-the-other", places: ["2026-11-11T10:00", "2026-11-12T08:00"]),
    Cuts(story: "postfix-labels-begin", places: ["2026-11-11T08:10", "2026-11-11T11:30"]),
  ]

  /// Sessions of each user by port, day and evidence of the last use.
  private static func ports(_ report: ReportText) -> [String: [String: Int]] {
    var ports: [String: [String: Int]] = [:]
    for user in report.list("users") {
      guard let identity = user["identity"] as? String, let uses = user["ports"] as? [String: [String: Any]] else {
        continue
      }
      ports[identity] = uses.compactMapValues { $0["sessions"] as? Int }
    }
    return ports
  }

  private static func run(_ arguments: [String]) throws -> [String: [String: Int]] {
    let run = try ProgramRun(arguments + ["--json", "--utc-offset", "+00:00"])
    #expect(run.status == 0, "\(run.notes)")
    return try ports(ReportText(run.output))
  }

  private static func audit(_ arguments: [String]) throws -> [String: [String: Int]] {
    try run(["audit"] + arguments + ["--quiet", "--server-name", "mail"])
  }

  @Test("cut within days, and found in any order", arguments: cuts)
  func orders(_ cuts: Cuts) async throws {
    let whole = try Self.audit([cuts.path])
    let parts = try cuts.parts()
    #expect(parts.allSatisfy { !$0.isEmpty } && whole.values.contains { $0["unknown"] != nil })
    for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
      try await LogFolder.use { folder in
        let state = folder.path("state.sqlite")
        var found: [String: [String: Int]] = [:]
        for part in order {
          try folder.write(Data(parts[part].utf8), to: "logs/\(part)/mail.log")
          found = try Self.audit([folder.path("logs"), "--state", state])
        }
        #expect(found == whole, "\(order)")
        #expect(try Self.run(["report", "--state", state]) == whole, "\(order)")
        for threads in ["1", "2"] {
          #expect(try Self.audit([folder.path("logs"), "--threads", threads]) == whole)
        }
      }
    }
  }

  @Test("read after every few lines", arguments: cuts.filter { $0.places[0] < "2026-11-11T09" })
  func often(_ cuts: Cuts) async throws {
    let lines = try String(contentsOfFile: cuts.path, encoding: .utf8).split(separator: "\n").map { $0 + "\n" }
    try await LogFolder.use { folder in
      let state = folder.path("state.sqlite")
      var found: [String: [String: Int]] = [:]
      for end in Array(stride(from: 5, to: lines.count, by: 5)) + [lines.count] {
        let log = try folder.write(Data(lines[..<end].joined().utf8), to: "mail.log")
        found = try Self.audit([log, "--state", state])
      }
      #expect(try found == Self.audit([cuts.path]))
    }
  }

  @Test("a report of later days alone knows what held in them")
  func laterDays() async throws {
    try await LogFolder.use { folder in
      let state = folder.path("state.sqlite")
      _ = try Self.audit([Self.cuts[0].path, "--state", state])
      func report(_ since: String, _ until: String) throws -> [String: [String: Int]] {
        try Self.run(["report", "--state", state, "--since", since, "--until", until])
      }
      #expect(
        try report("2026-11-12", "2026-11-13")
          == ["bob@example.org": ["25": 1], "dave@example.org": ["unknown": 1], "erin@example.org": ["unknown": 1]])
      #expect(try report("2026-11-10", "2026-11-11")["bob@example.org"] == ["25": 1])
      #expect(try report("2026-11-13", "2026-11-14")["bob@example.org"] == ["25": 1])
    }
  }

  @Test("today's list of services says nothing of the time before a later label")
  func services() async throws {
    try await LogFolder.use { folder in
      let list = """
        smtp inet n - y - - smtpd
        submission inet n - y - - smtpd -o syslog_name=postfix/submission -o smtpd_tls_security_level=encrypt
        smtps inet n - y - - smtpd -o syslog_name=postfix/smtps -o smtpd_tls_wrappermode=yes

        """
      let services = try folder.write(Data(list.utf8), to: "services.txt")
      let found = try Self.audit([Self.cuts[2].path, "--postfix-services", services])
      #expect(found["bob@example.org"] == ["25": 2, "unknown": 2])
      #expect(found["ana@example.org"]?["25"] == nil)
    }
  }
}
