import Foundation
import TestSupport
import Testing

/// A front takes the clients, on whatever port, and hands their mail on to Postfix, which it tells of them with XCLIENT.
@Suite("Clients that a front hands on")
struct FrontTests {
  /// What smtpd says of alice's session, and the port that she is said to have used.
  struct Row: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var service = "postfix"
    var texts: [String]
    var port: String
    var services: String?
  }

  private static let login = "sasl_username=alice@example.org"
  /// Dovecot's submission service, as Postfix 3.7 logs it.
  private static let dovecot = [
    "connect from unknown[127.0.0.1]",
    "B29A772: client=unknown[192.0.2.11], sasl_method=XCLIENT, \(login), sasl_sender=alice@example.org",
    "disconnect from unknown[192.0.2.11] ehlo=2 xclient=0/1 mail=1 rcpt=1 bdat=1 quit=1 commands=6/7",
  ]
  private static let direct = [
    "connect from unknown[192.0.2.11]", "B29A773: client=unknown[192.0.2.11], sasl_method=PLAIN, \(login)",
    "disconnect from unknown[192.0.2.11] ehlo=1 auth=1 mail=1 rcpt=1 data=1 quit=1 commands=6",
  ]

  static let rows = [
    Row(testDescription: "directly", texts: direct, port: "25"),
    Row(testDescription: "by Dovecot", texts: dovecot, port: "unknown"),
    Row(
      testDescription: "by Dovecot, from a program on this machine",
      texts: [
        dovecot[0], dovecot[1].replacing("192.0.2.11", with: "127.0.0.1"),
        dovecot[2].replacing("192.0.2.11", with: "127.0.0.1"),
      ], port: "unknown"),
    Row(
      testDescription: "by a front elsewhere, behind which Postfix asks for the login",
      texts: ["connect from front[192.0.2.30]"] + direct.dropFirst(), port: "unknown"),
    Row(testDescription: "to a service named smtp", service: "postfix/smtp", texts: dovecot, port: "unknown"),
    Row(testDescription: "to a service for submission", service: "postfix/submission", texts: dovecot, port: "587"),
    Row(
      testDescription: "with a list of services", texts: dovecot, port: "unknown",
      services: "smtp inet n - n - - smtpd\nsmtps inet n - n - - smtpd -o syslog_name=postfix/smtps"),
    Row(
      testDescription: "where TLS is used on the way from the front",
      texts: [
        dovecot[0], "Anonymous TLS connection established from unknown[127.0.0.1]: TLSv1.3 with cipher X", dovecot[1],
        dovecot[2],
      ], port: "unknown"),
  ]

  @Test("the port that Postfix has for the front is not the client's", arguments: rows)
  func session(_ row: Row) async throws {
    // Somebody uses 465, which has a label; so plain services are port 25.
    let other = "unknown[192.0.2.14]"
    let lines =
      [
        "connect from \(other)", "A0001: client=\(other), sasl_method=PLAIN, sasl_username=dave@example.org",
        "disconnect from \(other) ehlo=1 auth=1 mail=1 rcpt=1 data=1 quit=1 commands=6",
      ].map { "Nov 28 10:10:40 mail postfix/smtps/smtpd[386]: \($0)" }
      + row.texts.map { "Nov 28 10:10:46 mail \(row.service)/smtpd[373]: \($0)" }
    try await LogFolder.use { folder in
      var options = ["--json", "--quiet", "--year", "2026", "--utc-offset", "+00:00"]
      if let services = row.services {
        options += ["--postfix-services", try folder.write([services], to: "services.txt")]
      }
      let whole = try folder.write(lines, to: "mail.log")
      try Self.check(ProgramRun(["audit", whole] + options), row)
      // What is open at the end of a run is known as handed on in the next one.
      let state = folder.path("state.sqlite")
      for end in 1...lines.count {
        let log = try folder.write(Array(lines.prefix(end)), to: "growing/mail.log")
        let run = try ProgramRun(["audit", log, "--state", state] + options)
        if end == lines.count { try Self.check(run, row) }
      }
    }
  }

  private static func check(_ run: ProgramRun, _ row: Row) throws {
    let report = try ReportText(run.output)
    let alice = try #require(report.list("users").first { $0["identity"] as? String == "alice@example.org" })
    let ports = try #require(alice["ports"] as? [String: Any])
    #expect(Array(ports.keys) == [row.port], "\(run.notes)")
  }
}
