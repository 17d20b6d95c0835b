import MailModel

/// Users can encrypt.
struct P06STARTTLSOffered: ProbeRule {
  let id = "P06"
  let title = "STARTTLS is offered"
  let severity = ProbeSeverity.blocker
  let rule = "RFC 8314 section 3.3; RFC 3207 section 4"
  let remedy =
    "IceWarp: a certificate with its key (System > Certificates), DisableSSLTLS off; Postfix: "
    + "smtpd_tls_security_level=encrypt (or may) and smtpd_tls_chain_files on submission; Exim: "
    + "tls_advertise_hosts = *, tls_certificate, tls_privatekey."
  let modes: Set<ProbeMode> = [.starttls]

  func result(from evidence: ProbeEvidence) -> Judgement {
    if let blocked = evidence.blockedBehindGreeting { return blocked }
    let count = evidence.beforeTLS.count { $0.uppercased() == "STARTTLS" }
    if count == 0 {
      let hello = evidence.main.outcome("EHLO", behindTLS: false)
      return .fail(hello?.reply?.isPositive == true ? "EHLO does not list it" : "EHLO: \(hello?.text ?? "not said")")
    }
    return count == 1 ? .pass("EHLO lists it") : .warn("EHLO lists it \(count) times")
  }
}
