import MailModel

/// Names for services are optional in a certificate; programs that find their server by SRV records may look for them.
struct P12ServiceNames: ProbeRule {
  let id = "P12"
  let title = "Whether the certificate names the service (SRV-ID)"
  let severity = ProbeSeverity.info
  let rule = "RFC 7817 section 3; RFC 4985"
  let remedy = ""
  let modes: Set<ProbeMode> = [.starttls, .tls]

  func result(from evidence: ProbeEvidence) -> Judgement {
    if let blocked = evidence.blockedBehindTLS { return blocked }
    guard let own = evidence.chain.first else { return .notRun("the certificate could not be read") }
    return .pass(
      own.serviceNames.isEmpty
        ? "no, and none is needed" : "yes: \(own.serviceNames.joined(separator: ", "))")
  }
}
