import Foundation
import MailModel
import Testing

@testable import loggen

@Suite("The truth about a log")
struct TruthTests {
  @Test("A local sender of a domain without logins is a stranger to whoever reads the log")
  func domainsAreKnownByLogins() {
    var tally = TruthTally(population: Population(users: 20, addresses: 20))
    tally.refusedSender(user: 0)
    tally.refusedSender(user: 7)
    tally.login(user: 1)
    #expect(tally.refusalsByClass == [.submissionRequired: 1, .other: 1])
    #expect(tally.senderUsers == 1)
    tally.login(user: 8)
    #expect(tally.refusalsByClass == [.submissionRequired: 2])
    #expect(tally.senderUsers == 2)
    tally.login(user: 0)
    #expect(tally.authenticatedUsers == 3)
    #expect(tally.senderUsers == 1)
  }

  @Test("The file has the totals of report.json")
  func file() throws {
    let small = try SmallLog.icewarp(bytes: 200_000)
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("truth-\(UUID().uuidString).json")
    defer { try? FileManager.default.removeItem(at: path) }
    try Truth(format: "icewarp", seed: 7, bytes: small.written, lines: small.log.lines.count, tally: small.tally)
      .write(to: path.path)
    let object = try #require(try JSONSerialization.jsonObject(with: Data(contentsOf: path)) as? [String: Any])
    let totals = try #require(object["totals"] as? [String: Any])
    #expect(totals["sessions"] as? Int == small.tally.sessions)
    let ports = try #require(totals["byPort"] as? [String: [String: Int]])
    #expect(ports["unknown"]?["messages"] == small.tally.messages)
    #expect((totals["byPortEvidence"] as? [String: Int]) == ["none": small.tally.authenticatedSessions])
  }

  @Test("A report is compared number by number")
  func comparison() throws {
    let small = try SmallLog.icewarp(bytes: 200_000)
    let truth = Truth(format: "icewarp", seed: 7, bytes: 0, lines: 0, tally: small.tally)
    let sums = truth.totals
    var totals = Totals(
      sessions: sums.sessions, authenticatedSessions: sums.authenticatedSessions, messages: sums.messages,
      users: sums.users, addresses: sums.addresses, failedLogins: sums.failedLogins, refusals: sums.refusals,
      unauthenticatedRelays: sums.unauthenticatedRelays, byPort: sums.byPort, byPortEvidence: sums.byPortEvidence)
    totals.byPort["25"] = PortCount()
    let refusals = small.tally.refusalsByClass.map { AuditAnswer.Refusal(reason: $0, count: $1) }
    #expect(AuditAnswer(totals: totals, refusals: refusals).differences(from: truth).isEmpty)
    totals.messages += 1
    totals.byPort["25"]?.sessions = 3
    #expect(
      AuditAnswer(totals: totals, refusals: refusals).differences(from: truth) == [
        "messages: the log holds \(sums.messages), the report says \(sums.messages + 1)",
        "byPort.sessions.25: the log holds 0, the report says 3",
      ])
  }
}
