import MailModel

/// The part of `report.json` that is compared with the truth.
struct AuditAnswer: Decodable {
  /// How often somebody was refused for a reason.
  struct Refusal: Decodable {
    let reason: RefusalClass
    let count: Int

    enum CodingKeys: String, CodingKey {
      case reason = "class"
      case count
    }
  }

  let totals: Totals
  let refusals: [Refusal]

  /// What differs, a line for each number; a port or class that is missing on one side counts as zero there.
  func differences(from truth: Truth) -> [String] {
    var lines: [String] = []
    func compare(_ name: String, _ expected: Int, _ found: Int) {
      if expected != found { lines.append("\(name): the log holds \(expected), the report says \(found)") }
    }
    func compare(_ name: String, _ expected: [String: Int], _ found: [String: Int]) {
      for key in Set(expected.keys).union(found.keys).sorted() {
        compare("\(name).\(key)", expected[key] ?? 0, found[key] ?? 0)
      }
    }
    let sums = truth.totals
    compare("sessions", sums.sessions, totals.sessions)
    compare("authenticatedSessions", sums.authenticatedSessions, totals.authenticatedSessions)
    compare("messages", sums.messages, totals.messages)
    compare("users", sums.users, totals.users)
    compare("addresses", sums.addresses, totals.addresses)
    compare("failedLogins", sums.failedLogins, totals.failedLogins)
    compare("refusals", sums.refusals, totals.refusals)
    compare("unauthenticatedRelays", sums.unauthenticatedRelays, totals.unauthenticatedRelays)
    compare("byPort.sessions", sums.byPort.mapValues(\.sessions), totals.byPort.mapValues(\.sessions))
    compare("byPort.messages", sums.byPort.mapValues(\.messages), totals.byPort.mapValues(\.messages))
    compare("byPortEvidence", sums.byPortEvidence, totals.byPortEvidence)
    var byClass: [String: Int] = [:]
    for refusal in refusals { byClass[refusal.reason.rawValue, default: 0] += refusal.count }
    compare("refusalsByClass", truth.refusalsByClass, byClass)
    return lines
  }
}
