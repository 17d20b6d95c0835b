import MailModel
import Testing

@testable import Analysis

@Suite("Refusals judged by the session")
struct RefusalJudgeTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let name: String
    let refusal: RefusalCircumstances
    let expected: RefusalClass
    var testDescription: String { name }

    init(
      _ name: String, _ expected: RefusalClass, _ meaning: TextualMeaning, code: UInt16 = 501, auth: Bool = false,
      loggedIn: Bool = false, login: String? = nil, sender: String? = nil, local: Bool = false, known: Bool = false,
      port: Int? = nil
    ) {
      self.name = name
      self.expected = expected
      refusal = RefusalCircumstances(
        code: code, meaning: meaning, isLoggedIn: loggedIn || login != nil, answersAuth: auth, login: login,
        sender: sender, senderIsLocal: local, senderIsKnownThere: known, port: port, isSignature: false)
    }
  }

  private static let ana = "ana@example.com"

  static let rows: [Row] = [
    Row("local sender on 25", .submissionRequired, .permissionDenied, sender: ana, local: true, port: 25),
    Row("local sender on an unknown port", .submissionRequired, .permissionDenied, sender: ana, local: true),
    Row("local sender on 366", .submissionRequired, .permissionDenied, sender: ana, local: true, port: 366),
    Row("no AUTH on 587", .submissionRequired, .permissionDenied, sender: "a@example.org", port: 587),
    Row("no AUTH on 465, null sender", .submissionRequired, .permissionDenied, port: 465),
    Row("foreign sender on 25", .other, .permissionDenied, sender: "a@example.org", port: 25),
    Row("foreign sender on an unknown port", .other, .permissionDenied, sender: "a@example.org"),
    Row("own address on 25", .submissionRequired, .permissionDenied, login: ana, sender: ana, port: 25),
    Row("own address, port unknown", .submissionRequired, .permissionDenied, login: ana, sender: ana),
    Row("own address on 587", .other, .permissionDenied, login: ana, sender: ana, port: 587),
    Row(
      "own address, login without domain", .submissionRequired, .permissionDenied, login: "ana", sender: ana, port: 25),
    Row("another's address on 25", .senderMismatch, .permissionDenied, login: ana, sender: "rui@example.com", port: 25),
    Row(
      "another's address on 587", .senderMismatch, .permissionDenied, login: ana, sender: "rui@example.com", port: 587),
    Row("another's, port unknown", .senderMismatch, .permissionDenied, login: ana, sender: "rui@example.com"),
    Row("hidden login on 587", .senderMismatch, .permissionDenied, loggedIn: true, sender: ana, port: 587),
    Row("hidden login on 25", .other, .permissionDenied, loggedIn: true, sender: ana, local: true, port: 25),
    Row("hidden login, port unknown", .other, .permissionDenied, loggedIn: true, sender: ana, local: true),
    Row("login and null sender", .other, .permissionDenied, login: ana, port: 25),
    Row("host rejected on 587", .submissionRequired, .clientHostRejected, code: 554, port: 587),
    Row("host rejected on 25", .other, .clientHostRejected, code: 554, sender: ana, local: true, port: 25),
    Row("host rejected in a login", .other, .clientHostRejected, code: 554, login: ana, port: 587),
    Row("not owned, logged in", .senderMismatch, .notOwnedBySender, code: 553, login: ana, sender: "rui@example.com"),
    Row("not owned, not logged in", .authRequired, .notOwnedBySender, code: 553, sender: ana, local: true, port: 25),
    Row(
      "not owned, logged in from there before", .submissionRequired, .notOwnedBySender, code: 553, sender: ana,
      local: true, known: true, port: 25),
    Row(
      "not owned, not logged in on 587", .submissionRequired, .notOwnedBySender, code: 553, sender: ana, local: true,
      port: 587),
    Row(
      "AUTH first, logged in from there before", .submissionRequired, .authRequired, code: 530, known: true, port: 25),
    Row(
      "AUTH first on 587, logged in from there before", .authRequired, .authRequired, code: 530, known: true, port: 587),
    Row(
      "no relaying, logged in from there before", .submissionRequired, .relayDenied, code: 554, known: true, port: 25),
    Row(
      "no relaying, logged in from there before, port unknown", .submissionRequired, .relayDenied, code: 554,
      known: true),
    Row(
      "no relaying in a login, logged in from there before", .relayDenied, .relayDenied, code: 554, login: ana,
      sender: ana, known: true, port: 25),
    Row("TLS first", .tlsRequired, .tlsRequired, code: 530, port: 587),
    Row("AUTH first", .authRequired, .authRequired, code: 530, port: 587),
    Row("no relaying", .relayDenied, .relayDenied, code: 550, sender: ana, local: true, port: 25),
    Row("no relaying on 587", .submissionRequired, .relayDenied, code: 554, sender: ana, local: true, port: 587),
    Row("no relaying on an unknown port", .relayDenied, .relayDenied, code: 554, sender: ana, local: true),
    Row("no relaying in a login on 587", .relayDenied, .relayDenied, code: 554, login: ana, sender: ana, port: 587),
    Row("AUTH answered with 530", .tlsRequired, .authRequired, code: 530, auth: true, port: 587),
    Row("AUTH answered with 538", .tlsRequired, .other, code: 538, auth: true, port: 25),
    Row("AUTH answered with 503", .authNotOffered, .other, code: 503, auth: true, port: 25),
    Row("AUTH answered with 504", .authNotOffered, .other, code: 504, auth: true, port: 25),
    Row("AUTH answered with 421", .other, .other, code: 421, auth: true, port: 25),
    Row("told the port, local sender", .submissionRequired, .useSubmissionPort, code: 554, sender: ana, local: true),
    Row(
      "told the port, own address", .submissionRequired, .useSubmissionPort, code: 554, login: ana, sender: ana,
      port: 25),
    Row("told the port, a stranger", .other, .useSubmissionPort, code: 554, sender: "a@example.org", port: 25),
    Row("told the port on it", .other, .useSubmissionPort, code: 554, sender: ana, local: true, port: 587),
    Row("unknown user", .other, .other, code: 550, sender: "a@example.org", port: 25),
  ]

  @Test("Class", arguments: rows)
  func judged(row: Row) {
    #expect(RefusalJudge(policy: PortPolicy()).refusalClass(row.refusal) == row.expected)
  }

  @Test("A port that was declared a submission port is one")
  func declared() {
    let judge = RefusalJudge(policy: PortPolicy(submissionPorts: [366]))
    let row = Row("", .other, .permissionDenied, sender: "a@example.org", port: 366)
    #expect(judge.refusalClass(row.refusal) == .submissionRequired)
  }
}
