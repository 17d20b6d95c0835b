import MailModel
import Transport

/// No port was forgotten when the certificate was renewed.
struct P34SameCertificate: ProbeRule {
  let id = "P34"
  let title = "All ports show the same certificate"
  let severity = ProbeSeverity.info
  let rule = "RFC 7817"
  let remedy =
    "One certificate for all services, installed in one place; ports that were forgotten keep the old one."
  let modes: Set<ProbeMode> = [.starttls, .tls]

  func result(from evidence: ProbeEvidence) -> Judgement {
    if let blocked = evidence.blockedBehindTLS { return blocked }
    let own = evidence.main.tls?.chain.first
    let others = evidence.all.filter { $0.target != evidence.target && $0.main.tls != nil }
    if others.isEmpty { return .notRun("no other port with TLS") }
    let different = others.filter { $0.main.tls?.chain.first != own }.map { $0.target.place }
    return different.isEmpty
      ? .pass("the same on \(others.count + 1) ports") : .warn("another one on \(different.joined(separator: ", "))")
  }
}
