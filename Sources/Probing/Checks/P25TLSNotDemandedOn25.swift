import MailModel

/// Other servers may encrypt and need not.
struct P25TLSNotDemandedOn25: ProbeRule {
  let id = "P25"
  let title = "STARTTLS is offered on port 25 and not demanded"
  let severity = ProbeSeverity.high
  let rule = "RFC 3207 section 4"
  let remedy =
    "Offer it, and do not demand it from other servers. IceWarp: no TLS enforcement on the first port; "
    + "Postfix: smtpd_tls_security_level=may; Exim: tls_advertise_hosts = *."
  let modes: Set<ProbeMode> = [.plain]

  func result(from evidence: ProbeEvidence) -> Judgement {
    if let blocked = evidence.blockedBehindGreeting { return blocked }
    guard evidence.main.capabilities(behindTLS: false) != nil else { return .notRun("EHLO was refused") }
    let demanded = evidence.transcript.answers.compactMap(\.deciding).first {
      $0.reply.code == 530 && $0.reply.text.uppercased().contains("STARTTLS")
    }
    if let demanded { return .fail("demanded: \(demanded.reply.text)") }
    return evidence.beforeTLS.contains { $0.uppercased() == "STARTTLS" }
      ? .pass("offered") : .warn("not offered: other servers deliver in clear")
  }
}
