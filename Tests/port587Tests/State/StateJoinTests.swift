import Foundation
import MailModel
import StateStore
import Testing

@testable import port587

/// Connection records that come in other runs than the sessions: in the end the ports are those of one audit.
@Suite("State, connection records")
struct StateJoinTests {
  static let heading =
    "#Fields: date time action protocol src-ip dst-ip src-port dst-port size tcpflags tcpsyn tcpack tcpwin icmptype icmpcode info path"

  static func ports(_ report: ReportText) -> [String: String] {
    var ports: [String: String] = [:]
    for user in report.list("users") {
      ports[user["identity"] as? String ?? ""] = (user["ports"] as? [String: Any])?.keys.sorted().joined(separator: "+")
    }
    return ports
  }

  /// What does not depend on the files: the records' files are those of one run.
  static func bare(_ report: ReportText) throws -> String {
    var text = report
    text = try ReportText(
      JSONSerialization.data(
        withJSONObject: text.fields.mapValues { value -> Any in
          guard var object = value as? [String: Any], object["paired"] != nil else { return value }
          object["sources"] = nil
          return object
        }))
    return try text.comparable
  }

  @Test("both logs cut at random and read in any order say what one audit says", arguments: 0..<30)
  func cuts(seed: Int) async throws {
    try await LogFolder.use { folder in
      var chance = Chance(seed: UInt64(seed) + 5870)
      let logs = JoinLogs(
        sessions: 60 + chance.next(100), gap: 1 + chance.next(600), isLossy: seed % 2 == 0, chance: &chance)
      let (mail, wall) = (folder.path("mail.log"), folder.path("fw/pfirewall.log"))
      func write(_ mailLines: Int, _ wallLines: Int) throws {
        try folder.write(Array(logs.mail[..<mailLines]), to: "mail.log")
        try folder.write([StateJoinTests.heading, ""] + logs.wall[..<wallLines], to: "fw/pfirewall.log")
      }
      let records = ["--connections", folder.path("fw")]
      var (m, w) = (1 + chance.next(logs.mail.count), chance.next(logs.wall.count))
      for _ in 0..<6 {
        try write(m, w)
        // At times a run is made without the records, and they come later.
        let more = ["--state", folder.path("s.db")] + records
        _ = try await StateModelTests.report([mail], more)
        if chance.next(3) > 0 { m = min(logs.mail.count, m + 1 + chance.next(logs.mail.count / 3)) }
        if chance.next(3) > 0 { w = min(logs.wall.count, w + 1 + chance.next(logs.wall.count / 3)) }
        // Firewalls turn their logs over.
        if chance.next(3) == 0 {
          try folder.write([StateJoinTests.heading, ""] + logs.wall[..<w], to: "fw/pfirewall.log.old")
        }
      }
      try write(logs.mail.count, logs.wall.count)
      let found = try await StateModelTests.report([mail], ["--state", folder.path("s.db")] + records)
      let again = try await StateModelTests.report([mail], ["--state", folder.path("s.db")] + records)
      let whole = try await StateModelTests.report([mail], ["--connections", wall])
      #expect(try StateJoinTests.bare(found) == StateJoinTests.bare(whole), "seed \(seed)")
      #expect(try StateJoinTests.bare(again) == StateJoinTests.bare(whole), "seed \(seed), again")
      let printed = try ReportText(
        ProgramRun(["report", "--state", folder.path("s.db"), "--json", "--quiet", "--utc-offset", "+00:00"]).output)
      #expect(StateJoinTests.ports(printed) == StateJoinTests.ports(whole))
      let ports = StateJoinTests.ports(whole)
      // Who was only refused, on a submission port, was on none.
      for (user, port) in ports { #expect(port.isEmpty || port == "unknown" || port == logs.truth[user]) }
      if seed % 2 == 1 { #expect(ports.values.count { $0 != "unknown" } * 2 > ports.count, "seed \(seed)") }
    }
  }

  @Test("a month of daily runs: past days get their last word and leave no session behind")
  func daily() async throws {
    try await LogFolder.use { folder in
      var chance = Chance(seed: 31)
      let logs = JoinLogs(sessions: 900, gap: 4800, isLossy: false, chance: &chance)
      let state = folder.path("s.db")
      var last: ReportText?
      for day in 16...45 {
        // The night's run reads what was written until then; the firewall's file is fetched every third day only.
        let stamp = JoinLogs.stamp((day - 15) * 86_400, "T")
        try folder.write(logs.mail.filter { $0 < stamp }, to: "mail.log")
        if day % 3 == 0 || day == 45 {
          let records = logs.wall.filter { $0 < stamp.replacing("T", with: " ") }
          try folder.write([StateJoinTests.heading, ""] + records, to: "fw/pfirewall.log")
        }
        try FileManager.default.createDirectory(
          atPath: folder.path("fw"), withIntermediateDirectories: true)
        last = try await StateModelTests.report(
          [folder.path("mail.log")], ["--state", state, "--connections", folder.path("fw")])
      }
      let found = StateJoinTests.ports(try #require(last))
      let whole = try await StateModelTests.report(
        [folder.path("mail.log")], ["--connections", folder.path("fw/pfirewall.log")])
      let known = StateJoinTests.ports(whole)
      for (user, port) in found { #expect(port.isEmpty || port == "unknown" || port == logs.truth[user], "\(user)") }
      let (a, b) = (found.values.count { $0 != "unknown" }, known.values.count { $0 != "unknown" })
      #expect(a * 100 >= b * 97 && b * 100 >= known.count * 90, "\(a) by day, \(b) at once, of \(known.count)")
      #expect(last?.number("totals.sessions") == whole.number("totals.sessions"))
      #expect(last?.number("connections.sessions") == whole.number("connections.sessions"))
      let rows = try StateFile(path: state, mayCreate: false).joins(of: 1)
      #expect(rows.count > 20 && rows.count { $0.kept.count > 40 } <= 10, "\(rows.map { $0.kept.count })")
    }
  }

  @Test("killed runs: nothing is lost and nothing counted twice")
  func kills() async throws {
    try await LogFolder.use { folder in
      var chance = Chance(seed: 5)
      let logs = JoinLogs(sessions: 400, gap: 100, chance: &chance)
      let size = logs.mail.count / 5 + 1
      for (number, start) in stride(from: 0, to: logs.mail.count, by: size).enumerated() {
        try folder.write(
          Array(logs.mail[start..<min(start + size, logs.mail.count)]), to: "logs/mail.log-2026031\(number)")
      }
      for part in 0..<4 {
        let lines = logs.wall.indices.filter { $0 * 4 / logs.wall.count == part }.map { logs.wall[$0] }
        try folder.write([StateJoinTests.heading, ""] + lines, to: "fw/pfirewall.log.\(part)")
      }
      let common = [
        "--json", "--quiet", "--server-name", "mail", "--utc-offset", "+00:00", "--connections", folder.path("fw"),
      ]
      let arguments =
        ["audit", folder.path("logs"), "--state", folder.path("s.db"), "--commit-every", "4000"] + common
      let begin = Date()
      #expect(try ProgramRun(arguments).status == 0)
      let duration = Int(Date().timeIntervalSince(begin) * 1_000_000)
      var killed = 0
      for round in 0..<60 {
        if round % 6 == 0 {
          for suffix in ["", "-wal", "-shm"] {
            try? FileManager.default.removeItem(atPath: folder.path("s.db" + suffix))
          }
        }
        if try ProgramRun.kill(arguments, after: chance.next(max(1, duration))) { killed += 1 }
      }
      #expect(killed > 20)
      let last = try ReportText(ProgramRun(arguments).output)
      let whole = try ReportText(ProgramRun(["audit", folder.path("logs")] + common).output)
      #expect(try StateJoinTests.bare(last) == StateJoinTests.bare(whole))
    }
  }
}
