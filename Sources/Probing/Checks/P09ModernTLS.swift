import MailModel
import Transport

/// Versions that are no longer safe are gone.
struct P09ModernTLS: ProbeRule {
  let id = "P09"
  let title = "TLS 1.2 or newer is agreed on, and older versions are refused"
  let severity = ProbeSeverity.high
  let rule = "RFC 8996; RFC 8997; RFC 8314 section 4.1"
  let remedy =
    "IceWarp: SSLServerMethod=6; Postfix: smtpd_tls_mandatory_protocols = >=TLSv1.2 and smtpd_tls_protocols = "
    + ">=TLSv1.2; Exim: openssl_options = +no_tlsv1 +no_tlsv1_1. Find out first whose devices speak nothing "
    + "newer."
  let modes: Set<ProbeMode> = [.starttls, .tls]

  func steps(for options: ProbeOptions) -> [ProbeStep] {
    [.dialogue, .oldVersions]
  }

  func result(from evidence: ProbeEvidence) -> Judgement {
    if evidence.main.tls == nil, case .done(let old) = evidence.transcript.oldVersions {
      return .fail("\(old.version) alone is spoken, which programs of today refuse")
    }
    if let blocked = evidence.blockedBehindTLS { return blocked }
    let version = evidence.main.tls?.version ?? ""
    guard ["TLSv1.2", "TLSv1.3"].contains(version) else { return .fail("\(version) was agreed on") }
    if case .done(let old) = evidence.transcript.oldVersions {
      return .warn("\(version), and \(old.version) is still taken")
    }
    return .pass(evidence.transcript.oldVersions == nil ? version : "\(version); TLS 1.1 and older are refused")
  }
}
