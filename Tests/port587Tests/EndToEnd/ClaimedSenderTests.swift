import Foundation
import TestSupport
import Testing

/// Whoever is refused without a login has chosen MAIL FROM himself: it may be a user whose program was not changed, or anybody.
@Suite("Refusals under the sender of a user")
struct ClaimedSenderTests {
  /// A session that is refused, and what then stands at alice, who has logged in from 198.51.100.8, and at the client.
  struct Row: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var client: String
    var service = "postfix"
    var texts: [String]
    var atUser: [String: Int]
    var atAddress: [String: Int]
    var options: [String] = []
  }

  private static let alice = "alice@example.org"
  private static let login = "sasl_method=PLAIN, sasl_username=alice@example.org"

  private static func refused(_ client: String, _ reply: String, id: String = "NOQUEUE") -> String {
    "\(id): reject: RCPT from \(client): \(reply); from=<\(alice)> to=<x@example.net> proto=ESMTP helo=<pc.example.com>"
  }

  private static func row(
    _ description: String, _ client: String, _ reply: String, service: String = "postfix",
    atUser: [String: Int] = [:], atAddress: [String: Int], options: [String] = []
  ) -> Row {
    Row(
      testDescription: description, client: client, service: service, texts: [refused(client, reply)], atUser: atUser,
      atAddress: atAddress, options: options)
  }

  private static let relaying = "554 5.7.1 <x@example.net>: Relay access denied"
  private static let nobody = "550 5.1.1 <x@example.net>: Recipient address rejected: User unknown"

  static let rows = [
    row("a stranger who wants to relay", "unknown[203.0.113.66]", relaying, atAddress: ["relayDenied": 1]),
    row("a stranger who writes to nobody", "unknown[203.0.113.66]", nobody, atAddress: ["other": 1]),
    row(
      "a stranger who is told to log in", "unknown[203.0.113.66]",
      "553 5.7.1 <alice@example.org>: Sender address rejected: not logged in", atAddress: ["authRequired": 1]),
    row(
      "from where she logs in", "unknown[198.51.100.8]", relaying, atUser: ["submissionRequired": 1],
      atAddress: ["submissionRequired": 1]),
    row(
      "from where she logs in, to nobody", "unknown[198.51.100.8]", nobody, atUser: ["other": 1],
      atAddress: ["other": 1]),
    row(
      "from the own network", "unknown[192.168.1.50]", relaying, atUser: ["relayDenied": 1],
      atAddress: ["relayDenied": 1]),
    row(
      "from a trusted address", "erp[198.51.100.40]", relaying, atUser: ["relayDenied": 1],
      atAddress: ["relayDenied": 1], options: ["--trusted"]),
    row(
      "without a login on a submission port", "unknown[203.0.113.66]", relaying, service: "postfix/submission",
      atUser: ["submissionRequired": 1], atAddress: ["submissionRequired": 1]),
    Row(
      testDescription: "in a login", client: "unknown[203.0.113.70]",
      texts: [
        "A0009: client=unknown[203.0.113.70], \(login)", refused("unknown[203.0.113.70]", nobody, id: "A0009"),
      ], atUser: ["other": 1], atAddress: ["other": 1]),
  ]

  @Test("who was refused without a login from a strange address is not said to be the sender", arguments: rows)
  func refusal(_ row: Row) async throws {
    let address = try #require(row.client.split(whereSeparator: { "[]".contains($0) }).last.map(String.init))
    let sessions = [
      (100, "unknown[198.51.100.8]", "postfix/submission", ["A0001: client=unknown[198.51.100.8], \(Self.login)"]),
      (200, row.client, row.service, row.texts),
    ]
    let lines = sessions.flatMap { pid, client, service, texts in
      (["connect from \(client)"] + texts + ["disconnect from \(client) ehlo=1 mail=1 commands=3"]).map {
        "Nov 23 09:0\(pid / 100):00 mail \(service)/smtpd[\(pid)]: \($0)"
      }
    }
    try await LogFolder.use { folder in
      let log = try folder.write(lines, to: "mail.log")
      var options = ["--json", "--quiet", "--year", "2026", "--utc-offset", "+00:00"]
      if !row.options.isEmpty {
        options += row.options + [try folder.write(Data("198.51.100.40\n".utf8), to: "trusted.txt")]
      }
      let report = try ReportText(ProgramRun(["audit", log] + options).output)
      let user = try #require(report.list("users").first { $0["identity"] as? String == Self.alice })
      #expect(user["refusals"] as? [String: Int] == row.atUser)
      let place = try #require(report.list("addresses").first { $0["address"] as? String == address })
      #expect(place["refusals"] as? [String: Int] == row.atAddress)
      // Nothing is lost: the sums hold it in any case.
      #expect(report.list("refusals").compactMap { $0["count"] as? Int } == [1])
    }
  }
}
