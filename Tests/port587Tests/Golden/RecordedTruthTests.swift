import ArgumentParser
import Foundation
import MailModel
import Testing

@testable import port587

/// Logs that a real Postfix wrote, against what the clients saw while it wrote them.
///
/// `scripts/record-postfix.sh DIR` records anew; `PORT587_RECORDING=DIR swift test --filter RecordedTruth` compares that
/// recording as well.
@Suite("Recorded logs against the clients' truth")
struct RecordedTruthTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static var recordings: [String] {
    [root.appendingPathComponent("fixtures/logs/postfix-recorded-labelled").path]
      + [ProcessInfo.processInfo.environment["PORT587_RECORDING"]].compactMap { $0 }
  }

  private static func truth(_ folder: String) throws -> [RecordedSession] {
    let text = try String(contentsOf: URL(fileURLWithPath: folder).appendingPathComponent("truth.tsv"), encoding: .utf8)
    return text.split(separator: "\n").dropFirst().map { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map { String($0) }
      return RecordedSession(
        client: fields[1], port: fields[2], user: fields[3], login: fields[4], messages: Int(fields[5]) ?? -1,
        refused: fields[6], story: fields[7])
    }
  }

  private static func audit(_ arguments: [String]) async throws -> ReportModel {
    try await Audit(options: AuditOptions.parse(arguments + ["--quiet"]), now: Timestamp(seconds: 1_800_000_000)).run()
      .model
  }

  @Test("Every number that the clients know", arguments: RecordedTruthTests.recordings)
  func labelled(folder: String) async throws {
    let truth = try RecordedTruthTests.truth(folder)
    let report = try await RecordedTruthTests.audit([folder + "/mail.log"])
    let loggedIn = truth.filter { $0.login == "ok" }
    #expect(truth.count > 20)
    #expect(report.totals.sessions == truth.count)
    #expect(report.totals.authenticatedSessions == loggedIn.count)
    #expect(report.totals.messages == loggedIn.reduce(0) { $0 + $1.messages })
    #expect(report.totals.failedLogins == truth.count { $0.login == "failed" })
    for port in ["25", "587", "465"] {
      let sessions = loggedIn.filter { $0.port == port }
      #expect(report.totals.byPort[port]?.sessions == sessions.count, "port \(port)")
      #expect(report.totals.byPort[port]?.messages == sessions.reduce(0) { $0 + $1.messages }, "port \(port)")
    }
    #expect(report.totals.byPort["unknown"]?.sessions == 0)
    #expect(Set(report.users.map { $0.identity }) == Set(loggedIn.map { $0.user }))
    for user in report.users {
      for (port, use) in user.ports {
        let sessions = loggedIn.filter { $0.user == user.identity && $0.port == port }
        #expect(use.messages == sessions.reduce(0) { $0 + $1.messages }, "\(user.identity) on \(port)")
        // A login that sent nothing leaves no name in this log; it counts for the port and the address only.
        #expect(use.sessions <= sessions.count, "\(user.identity) on \(port)")
      }
    }
    // 530 before STARTTLS is answered and not logged; every other refusal is.
    #expect(report.totals.refusals == truth.count { $0.refused != "-" && !$0.refused.hasPrefix("530") })
    let guessers = report.addresses.filter { $0.kind == .guesser }.map { $0.address }
    #expect(Set(guessers) == Set(truth.filter { $0.login == "failed" }.map { $0.client }))
  }

  @Test("Without labels no port is wrong, and nothing is counted otherwise")
  func unlabelled() async throws {
    let folder = RecordedTruthTests.root.appendingPathComponent("fixtures/logs/postfix-recorded-unlabelled").path
    let loggedIn = try RecordedTruthTests.truth(folder).filter { $0.login == "ok" }
    for options in [[], ["--postfix-services", folder + "/services.txt"]] {
      let report = try await RecordedTruthTests.audit([folder + "/mail.log"] + options)
      #expect(report.totals.authenticatedSessions == loggedIn.count)
      #expect(report.totals.messages == loggedIn.reduce(0) { $0 + $1.messages })
      for (port, count) in report.totals.byPort where port != "unknown" {
        #expect(count.sessions <= loggedIn.count { $0.port == port }, "port \(port) with \(options)")
      }
      // TLS from the first byte is told by the log alone.
      #expect(report.totals.byPort["465"]?.sessions == loggedIn.count { $0.port == "465" })
    }
  }

  @Test("What clients without a login sent elsewhere, and nothing else, is relayed", arguments: ["devices", "filter"])
  func devices(kind: String) async throws {
    let folder = RecordedTruthTests.root.appendingPathComponent("fixtures/logs/postfix-recorded-\(kind)").path
    let sessions = try RecordedTruthTests.truth(folder).filter { $0.login == "none" && $0.client.hasPrefix("192.168.") }
    let relayed = sessions.filter { $0.story.contains("outside") && !$0.story.contains("alias") }
    #expect(sessions.count == 6 && relayed.count == 3)
    let report = try await RecordedTruthTests.audit([folder + "/mail.log"])
    for address in report.addresses {
      let messages = relayed.filter { $0.client == address.address }.reduce(0) { $0 + $1.messages }
      #expect(address.unauthenticatedRelays == messages, "\(address.address)")
    }
    #expect(report.totals.relaysByPort == ["25": 3])
    #expect(!report.warnings.contains { $0.code == .unfollowedMessages })
  }
}
