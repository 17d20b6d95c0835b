import MailModel

/// After the switch, mail programs then say plainly that the port is the wrong one.
struct P32NoAuthOn25: ProbeRule {
  let id = "P32"
  let title = "AUTH is no longer offered on port 25"
  let severity = ProbeSeverity.medium
  let rule = "RFC 4954"
  let remedy =
    "After the switch: Postfix: smtpd_sasl_auth_enable=no for the smtp service; Exim: auth_advertise_hosts = "
    + "${if eq{$received_port}{25}{}{*}}; IceWarp: no setting for one port alone is known."
  let modes: Set<ProbeMode> = [.plain]

  func result(from evidence: ProbeEvidence) -> Judgement {
    if let blocked = evidence.blockedBehindGreeting { return blocked }
    guard evidence.main.capabilities(behindTLS: false) != nil else { return .notRun("EHLO was refused") }
    let offer = AuthOffer(evidence.beforeTLS)
    if offer.mechanisms.isEmpty { return .pass("not offered in clear") }
    return .warn(
      "offered in clear: AUTH \(offer.mechanisms.joined(separator: " ")); right before the switch, in the way after it")
  }
}
