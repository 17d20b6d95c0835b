import Foundation
import TestSupport
import Testing

/// HAProxy takes 25, 587 and 465 and hands clients on to ports of its own, which `postconf -M` lists.
@Suite("Services behind a proxy")
struct ProxiedServiceTests {
  /// Sessions with a login, by the label of their service, from a Postfix behind HAProxy.
  private static func log(_ services: [String]) -> [String] {
    services.enumerated().flatMap { number, service in
      let client = "unknown[192.0.2.\(11 + number)]"
      return [
        "connect from \(client)",
        "A000\(number): client=\(client), sasl_method=PLAIN, sasl_username=user\(number)@example.org",
        "disconnect from \(client) ehlo=2 starttls=1 auth=1 mail=1 rcpt=1 data=1 quit=1 commands=8",
      ].map { "Nov 23 09:00:0\(number) mail \(service)/smtpd[10\(number)]: \($0)" }
    }
  }

  private static let proxied = "-o smtpd_upstream_proxy_protocol=haproxy"

  @Test(
    "a label goes before the port behind the proxy",
    arguments: [
      ("-o syslog_name=postfix/submission-haproxy \(proxied)", proxied, ["25": 1, "587": 1, "465": 0, "unknown": 0]),
      // Two plain services: either may have taken the plain session.
      (proxied, proxied, ["25": 0, "587": 1, "465": 0, "unknown": 1]),
      // Without a proxy the list says which port a service has.
      ("-o syslog_name=postfix/submission-haproxy", "", ["10025": 1, "10587": 1]),
    ] as [(String, String, [String: Int])])
  func ports(submission: String, plain: String, expected: [String: Int]) async throws {
    try await LogFolder.use { folder in
      let log = try folder.write(Self.log(["postfix", "postfix/submission-haproxy"]), to: "mail.log")
      let services = try folder.write(
        ["10025 inet n - n - - smtpd \(plain)", "10587 inet n - n - - smtpd \(submission)"], to: "services.txt")
      let run = try ProgramRun([
        "audit", log, "--postfix-services", services, "--json", "--quiet", "--year", "2026",
      ])
      let report = try ReportText(run.output)
      for (port, sessions) in expected {
        #expect(report.number("totals.byPort.\(port).sessions") == sessions, "\(port)")
      }
    }
  }
}
