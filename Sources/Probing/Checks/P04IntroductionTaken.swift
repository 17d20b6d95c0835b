import MailModel

/// The server answers both ways to introduce oneself.
struct P04IntroductionTaken: ProbeRule {
  let id = "P04"
  let title = "EHLO is answered, and HELO still is"
  let severity = ProbeSeverity.medium
  let rule = "RFC 5321 section 4.1.1.1"
  let remedy =
    "Let the server answer EHLO; a firewall that rewrites SMTP ('SMTP inspection', 'fixup') must be told "
    + "to leave these ports alone."
  let modes: Set<ProbeMode> = [.plain, .starttls, .tls]

  func result(from evidence: ProbeEvidence) -> Judgement {
    if let blocked = evidence.blockedBehindGreeting { return blocked }
    let isTLS = evidence.target.mode == .tls
    guard let ehlo = evidence.main.outcome("EHLO", behindTLS: isTLS) else { return .notRun("EHLO was not said") }
    if ehlo.reply?.isPositive != true {
      let helo = evidence.main.outcome("HELO", behindTLS: isTLS)?.reply
      return .fail("EHLO: \(ehlo.text)" + (helo.map { "; HELO: \($0.text)" } ?? ""))
    }
    guard let helo = evidence.transcript.naming?.exchanges.last(where: { $0.command?.hasPrefix("HELO") ?? false })
    else { return .pass(ehlo.reply?.lines.first.map { "EHLO: \($0)" } ?? "EHLO") }
    return helo.outcome.reply?.isPositive == true
      ? .pass("EHLO: \(ehlo.reply?.lines.first ?? "")") : .warn("EHLO is taken, HELO is not: \(helo.outcome.text)")
  }
}
