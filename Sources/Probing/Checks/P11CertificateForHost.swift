import MailModel

/// The name in the certificate is the one that users are told.
struct P11CertificateForHost: ProbeRule {
  let id = "P11"
  let title = "The certificate is for the host that users type"
  let severity = ProbeSeverity.blocker
  let rule = "RFC 7817 sections 3 and 4; RFC 9525 section 6"
  let remedy =
    "Have a certificate issued that holds this name (subjectAltName), or tell users a name that it holds."
  let modes: Set<ProbeMode> = [.starttls, .tls]

  func result(from evidence: ProbeEvidence) -> Judgement {
    if let blocked = evidence.blockedBehindTLS { return blocked }
    guard let own = evidence.chain.first else { return .fail("no certificate that can be read") }
    if evidence.nameMatches { return .pass("for \(own.names.joined(separator: ", "))") }
    if own.names.isEmpty {
      return .fail("it holds no names (subjectAltName), its subject \(own.subject) alone counts for nobody")
    }
    return .fail("\(evidence.target.host) is not among \(own.names.joined(separator: ", "))")
  }
}
