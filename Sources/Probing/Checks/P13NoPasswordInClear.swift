import MailModel

/// No password crosses the network in clear.
struct P13NoPasswordInClear: ProbeRule {
  let id = "P13"
  let title = "AUTH is neither offered nor taken before TLS"
  let severity = ProbeSeverity.high
  let rule = "RFC 4954 sections 4 and 9; RFC 8314 section 4.1"
  let remedy =
    "IceWarp: Auth_DisablePlain / AUTHPlainDisable=1 where TLS is not on; Postfix: smtpd_tls_auth_only=yes; "
    + "Exim: server_advertise_condition = ${if def:tls_in_cipher}."
  let modes: Set<ProbeMode> = [.starttls]

  func steps(for options: ProbeOptions) -> [ProbeStep] {
    options.asksPolicy ? [.dialogue, .authInClear] : [.dialogue]
  }

  func result(from evidence: ProbeEvidence) -> Judgement {
    if let blocked = evidence.blockedBehindGreeting { return blocked }
    guard evidence.main.capabilities(behindTLS: false) != nil else { return .notRun("EHLO was refused") }
    let offer = AuthOffer(evidence.beforeTLS)
    let open = offer.mechanisms.filter { ["PLAIN", "LOGIN"].contains($0) }
    if !open.isEmpty { return .fail("offered in clear: AUTH \(offer.mechanisms.joined(separator: " "))") }
    if evidence.transcript.authInClear?.reply?.code == 334 {
      return .fail("not offered in clear, and taken all the same: AUTH PLAIN is answered with 334")
    }
    let tried = evidence.transcript.authInClear?.reply.map { ", and refused: \($0.text)" } ?? ""
    return offer.mechanisms.isEmpty
      ? .pass("not offered\(tried)") : .warn("offered in clear: AUTH \(offer.mechanisms.joined(separator: " "))")
  }
}
