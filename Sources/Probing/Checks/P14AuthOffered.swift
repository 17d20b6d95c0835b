import MailModel

/// Users can log in.
struct P14AuthOffered: ProbeRule {
  let id = "P14"
  let title = "AUTH is offered behind TLS, with PLAIN and LOGIN"
  let severity = ProbeSeverity.blocker
  let rule = "RFC 4954 section 3; RFC 6409 section 7"
  let remedy =
    "IceWarp: AllowSMTPAuth, Auth_Schemes; Postfix: smtpd_sasl_auth_enable=yes on submission and submissions; "
    + "Exim: an authenticator each for PLAIN and LOGIN."
  let modes: Set<ProbeMode> = [.starttls, .tls]

  func result(from evidence: ProbeEvidence) -> Judgement {
    if let blocked = evidence.blockedBehindSecondEHLO { return blocked }
    let offer = AuthOffer(evidence.afterTLS)
    let all = offer.mechanisms.joined(separator: " ")
    if offer.isOldStyleOnly {
      return .fail("offered as AUTH=\(all) alone, which only programs before RFC 2554 understand")
    }
    if offer.mechanisms.isEmpty { return .fail("not offered") }
    let missing = ["PLAIN", "LOGIN"].filter { !offer.mechanisms.contains($0) }
    return missing.isEmpty
      ? .pass("AUTH \(all)")
      : .warn("AUTH \(all); \(missing.joined(separator: " and ")) missing, which old Outlook and printers need")
  }
}
