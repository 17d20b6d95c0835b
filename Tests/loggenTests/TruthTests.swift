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
}
