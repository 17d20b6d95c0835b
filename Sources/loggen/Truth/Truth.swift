import Foundation
import MailModel

/// What an audit of a generated log must find, in the words of `report.json`.
struct Truth: Codable {
  /// The sums that `report.json` has under `totals`.
  struct Sums: Codable {
    let sessions: Int
    let authenticatedSessions: Int
    let messages: Int
    let users: Int
    let addresses: Int
    let failedLogins: Int
    let refusals: Int
    let unauthenticatedRelays: Int
    let byPort: [String: PortCount]
    let byPortEvidence: [String: Int]
  }

  private(set) var schema = "loggen-truth/1"
  let format: String
  let seed: UInt64
  let bytes: Int
  let lines: Int
  let totals: Sums
  let refusalsByClass: [String: Int]
  let usersByKind: [String: Int]
  /// Sessions in which the server delivered to others; they are no sessions of `totals`.
  let outgoingSessions: Int
  /// Logins that gave the password away, as the generator knows it; the log shows it only where it shows the port.
  let plaintextLogins: Int
  /// The ports that were really used, whether the log shows them or not.
  let portsBehindTheLog: [String: PortCount]

  init(format: String, seed: UInt64, bytes: Int, lines: Int, tally: TruthTally) {
    self.format = format
    self.seed = seed
    self.bytes = bytes
    self.lines = lines
    let refusals = tally.refusalsByClass
    totals = Sums(
      sessions: tally.sessions, authenticatedSessions: tally.authenticatedSessions, messages: tally.messages,
      users: tally.authenticatedUsers + tally.senderUsers, addresses: tally.addresses, failedLogins: tally.failedLogins,
      refusals: refusals.values.reduce(0, +), unauthenticatedRelays: tally.unauthenticatedRelays,
      byPort: tally.shownByPort,
      byPortEvidence: Dictionary(uniqueKeysWithValues: tally.byEvidence.map { ($0.rawValue, $1) }))
    refusalsByClass = Dictionary(uniqueKeysWithValues: refusals.map { ($0.rawValue, $1) })
    usersByKind = [
      IdentityKind.authenticated.rawValue: tally.authenticatedUsers,
      IdentityKind.envelopeSender.rawValue: tally.senderUsers,
    ]
    outgoingSessions = tally.outgoingSessions
    plaintextLogins = tally.plaintextLogins
    portsBehindTheLog = Dictionary(uniqueKeysWithValues: tally.byPort.map { (String($0), $1) })
  }

  /// Reads what `write(to:)` wrote.
  init(path: String) throws {
    self = try JSONDecoder().decode(Truth.self, from: Data(contentsOf: URL(fileURLWithPath: path)))
  }

  /// Writes JSON with sorted keys.
  func write(to path: String) throws(LogWriteError) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    do {
      var data = try encoder.encode(self)
      data.append(10)
      try data.write(to: URL(fileURLWithPath: path))
    } catch {
      throw LogWriteError(path: path, reason: error.localizedDescription)
    }
  }
}
