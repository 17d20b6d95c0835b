import Foundation
import MailModel
import Notices
import Testing

@Suite("Probe and notices")
struct ProbeForNoticesTests {
  private static let now = Timestamp(seconds: 1_795_600_000)

  private static func target(
    _ trust: CertificateTrust, _ nameMatches: Bool, _ verdict: ProbeVerdict = .pass,
    _ reachability: Reachability = .open, check: String = "P14"
  ) -> ProbedTarget {
    let certificate = ProbedCertificate(
      subject: "CN=mail.example.com", issuer: "CN=Example", names: ["mail.example.com"], notBefore: now, notAfter: now,
      trust: trust, nameMatches: nameMatches)
    let check = ProbeCheck(
      id: check, title: "AUTH", severity: check == "P14" ? .blocker : .high, verdict: verdict,
      detail: "554 zen.example",
      rule: "RFC 4954", remedy: nil)
    return ProbedTarget(
      host: "mail.example.com", address: "192.0.2.1", port: 587, mode: .starttls, reachability: reachability,
      connectMilliseconds: 1, greeting: "220 mail.example.com", capabilities: ProbedCapabilities(),
      tls: ProbedTLS(version: "TLSv1.3", cipher: nil, certificate: certificate), checks: [check])
  }

  @Test(
    "what the probe writes is what notices are held against",
    arguments: [
      (target(.valid, true), nil), (target(.expired, true), "do not trust (expired)"),
      (target(.valid, false), "another name"), (target(.valid, true, .fail), "fails P14"),
      (target(.valid, true, .notRun), nil), (target(.valid, true, .pass, .timedOut), "does not answer (timedOut)"),
      (target(.valid, true, .fail, check: "P22"), "turned the probe away: 554 zen.example"),
    ])
  func facts(target: ProbedTarget, fault: String?) throws {
    let written = try JSONEncoder().encode(ProbeResult(generatedAt: ProbeForNoticesTests.now, targets: [target]))
    let read = try JSONDecoder().decode(ProbeResult.self, from: written)
    let cutover = try #require(CivilDate(year: 2026, month: 12, day: 15))
    let from = try #require(Mailbox(text: "it@example.com"))
    var campaign = Campaign(
      cutover: cutover, server: "mail.example.com", from: from, organisation: "Example", contact: "1234")
    campaign.tlsPort = nil
    let faults = FactCheck.faults(campaign, read, now: ProbeForNoticesTests.now)
    #expect(faults.count == (fault == nil ? 0 : 1))
    if let fault { #expect(faults.first?.contains(fault) == true, "\(faults)") }
  }
}
