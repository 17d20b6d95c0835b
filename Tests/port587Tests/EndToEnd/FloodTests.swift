import Analysis
import ArgumentParser
import Foundation
import MailModel
import Testing

@testable import port587

/// Invented names and addresses by the million: memory stays bounded, what was left out is counted and said.
@Suite("Floods")
struct FloodTests {
  private static func address(_ number: Int) -> String {
    "10.\(number >> 16 & 255).\(number >> 8 & 255).\(number & 255)"
  }

  @Test("More servers than there is room for are counted, with a state too")
  func servers() async throws {
    try await LogFolder.use { folder in
      let lines = (0..<10_050).map { number in
        let tag = number % 2 == 0 ? "postfix/submission/smtpd" : "postfix/smtpd"
        return
          "2026-03-16T10:00:00.000000+00:00 h\(number) \(tag)[9]: connect from unknown[\(FloodTests.address(number))]"
      }
      try folder.write(lines)
      for options in [
        [], ["--state", folder.path("../\(folder.url.lastPathComponent).sqlite"), "--server-name", "mail"],
      ] {
        let run = try ProgramRun(["audit", folder.url.path, "--json", "--quiet", "--utc-offset", "+00:00"] + options)
        #expect(run.status == 0, "\(run.notes)")
        #expect(try ReportText(run.output).number("totals.sessions") == lines.count)
      }
      for end in ["", ".lock"] {
        try? FileManager.default.removeItem(atPath: folder.path("../\(folder.url.lastPathComponent).sqlite") + end)
      }
    }
  }

  @Test("With full tables the sums stay right, real users stay, and the report says how many rows were put together")
  func limits() async throws {
    try await LogFolder.use { folder in
      var lines: [String] = []
      for number in 0..<1_000 {
        let talk = IceWarpTalk(client: FloodTests.address(number), thread: String(format: "%04X", number))
        lines += talk.failure(of: "guess\(number)@example.com")
      }
      lines += IceWarpTalk(client: "198.51.100.7", thread: "FFFF").submission(by: "ana@example.com")
      lines += IceWarpTalk(client: "198.51.100.8", thread: "FFFE", port: 587).submission(by: "bia@example.com")
      try folder.write(lines)
      func model(_ change: (inout TallyLimits) -> Void, threads: Int = 1) async throws -> ReportModel {
        let options = ["--quiet", "--utc-offset", "Z", "--threads", "\(threads)"]
        var audit = try Audit(
          options: AuditOptions.parse([folder.url.path] + options), now: Timestamp(seconds: 1_800_000_000))
        change(&audit.limits)
        audit.pieceBytes = 60_000
        return try await audit.run().model
      }
      let whole = try await model { _ in }
      #expect(whole.totals.failedLogins == 1_000)
      #expect(!whole.warnings.contains { $0.code == .othersRow })
      let cases: [(name: String, change: (inout TallyLimits) -> Void)] = [
        ("failed names", { $0.failedNames = 100 }), ("addresses", { $0.addresses = 100 }), ("rows", { $0.rows = 100 }),
        (
          "all",
          {
            $0.failedNames = 50
            $0.addresses = 60
            $0.rows = 70
            $0.helos = 1
          }
        ),
      ]
      for row in cases {
        for threads in [1, 2] {
          let bounded = try await model(row.change, threads: threads)
          #expect(bounded.totals.failedLogins == 1_000, "\(row.name), \(threads) threads")
          #expect(bounded.totals.sessions == whole.totals.sessions, "\(row.name)")
          #expect(bounded.totals.messages == 2 && bounded.totals.authenticatedSessions == 2, "\(row.name)")
          #expect(bounded.addresses.count <= whole.addresses.count)
        }
      }
      let bounded = try await model { $0.addresses = 100 }
      #expect(bounded.addresses.count == 101)
      #expect(bounded.addresses.contains { $0.address == "others" })
      #expect(bounded.warnings.contains { $0.code == .othersRow && $0.count > 0 }, "it is said openly")
      let fewNames = try await model { $0.failedNames = 100 }
      #expect(fewNames.users.map { $0.identity } == ["ana@example.com", "bia@example.com"])
    }
  }

  /// Writes sessions of `count` guessers straight to a file: each has its own name and its own address.
  private static func writeGuessers(_ count: Int, to path: String) throws {
    try Data().write(to: URL(fileURLWithPath: path))
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    defer { try? file.close() }
    var text = ""
    for number in 0..<count {
      let head = "\(address(number))".padding(toLength: 16, withPad: " ", startingAt: 0) + "[0A10] 10:00:00 "
      let name = IceWarpTalk.base64("invented-\(number)@example.com")
      text += "\(head)Connected, local IP=192.0.2.10:25\n\(head)<<< EHLO host-\(number)\n\(head)<<< AUTH LOGIN\n"
      text += "\(head)>>> 334 VXNlcm5hbWU6\n\(head)<<< \(name)\n\(head)>>> 334 UGFzc3dvcmQ6\n\(head)<<< eA==\n"
      text += "\(head)>>> 535 5.7.8 no\n\(head)Disconnected\n"
      if text.utf8.count > 1 << 20 {
        try file.write(contentsOf: Data(text.utf8))
        text = ""
      }
    }
    try file.write(contentsOf: Data(text.utf8))
  }

  @Test("A dictionary attack by 100,000 names and addresses stays within 500 MB of address space")
  func dictionary() async throws {
    try await LogFolder.use { folder in
      let count = 100_000
      try FloodTests.writeGuessers(count, to: folder.path(LogFolder.monday))
      let run = try ProgramRun(
        shell: "\"$PORT587\" audit --threads 2 --quiet --output out .", megabytes: 300, folder: folder.url)
      #expect(run.status == 0, "\(run.notes.suffix(500))")
      let report = try ReportText(Data(contentsOf: URL(fileURLWithPath: folder.path("out/report.json"))))
      #expect(report.number("totals.failedLogins") == count)
      #expect(report.number("totals.sessions") == count)
      #expect(report.identities == [], "a name that only ever failed is no user")
    }
  }

  @Test("Names that share begin, end and length take no longer than names by chance", .timeLimit(.minutes(2)))
  func hashFlood() async throws {
    try await LogFolder.use { folder in
      func seconds(_ name: (Int) -> String, _ place: String) async throws -> Double {
        let lines = (0..<20_000).flatMap { number in
          let talk = IceWarpTalk(client: FloodTests.address(number), thread: String(format: "%04X", number & 0xFFFF))
          return [talk.line("Connected, local IP=192.0.2.10:25"), talk.line("<<< EHLO \(name(number))")]
            + talk.login(name(number), reply: "535 no") + [talk.line("Disconnected")]
        }
        try folder.write(lines, to: "\(place)/\(LogFolder.monday)")
        let audit = try Audit(
          options: AuditOptions.parse([folder.path(place), "--quiet", "--threads", "1"]),
          now: Timestamp(seconds: 1_800_000_000))
        let start = ContinuousClock.now
        let model = try await audit.run().model
        #expect(model.totals.failedLogins == 20_000)
        let taken = ContinuousClock.now - start
        return Double(taken.components.seconds) + Double(taken.components.attoseconds) / 1e18
      }
      let usual = try await seconds({ "user\($0 &* 2_654_435_761)@example.com" }, "usual")
      // Same begin and end, multiples of powers of two in the middle: what makes weak hashes meet.
      let flood = try await seconds(
        { String(repeating: "a", count: 64) + String(format: "%08x", $0 << 12) + String(repeating: "a", count: 64) },
        "flood")
      #expect(flood < usual * 20 + 5, "\(usual) s and \(flood) s")
    }
  }
}
