import MailModel

/// Mail programs believe the certificate.
struct P10CertificateTrusted: ProbeRule {
  let id = "P10"
  let title = "The certificate can be trusted and lasts"
  let severity = ProbeSeverity.blocker
  let rule = "RFC 8314 section 3; RFC 7817; RFC 9325"
  let remedy =
    "Have it issued by an authority that mail programs know, and install the full chain (own certificate, then the intermediate "
    + "ones); a root of your own is known to nobody's phone (for the probe alone: --ca-file). IceWarp: System > "
    + "Certificates; Postfix: smtpd_tls_chain_files; Exim: tls_certificate with the whole chain."
  let modes: Set<ProbeMode> = [.starttls, .tls]

  func result(from evidence: ProbeEvidence) -> Judgement {
    if let blocked = evidence.blockedBehindTLS { return blocked }
    guard let own = evidence.chain.first, let judge = evidence.trust else {
      return .fail("no certificate that can be read")
    }
    guard judge.trust == .valid else { return .fail("\(judge.trust.rawValue): \(judge.detail)") }
    if let bits = own.rsaBits, bits < 2048 { return .fail("the key is short: \(own.key)") }
    if own.hasWeakSignature { return .fail("signed with SHA-1 or MD5") }
    let days = (own.notAfter.seconds - evidence.options.now.seconds) / 86_400
    return days < 21
      ? .warn("ends in \(days) days, on \(own.notAfter)") : .pass("\(judge.detail); until \(own.notAfter), \(own.key)")
  }
}
