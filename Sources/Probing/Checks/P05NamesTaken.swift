import MailModel

/// Mail programs behind a router call themselves by what they know.
struct P05NamesTaken: ProbeRule {
  let id = "P05"
  let title = "Address literals and single words are taken in EHLO"
  let severity = ProbeSeverity.high
  let rule = "RFC 5321 sections 4.1.3 and 4.1.4"
  let remedy =
    "IceWarp: no HELO filter for authenticated ports; Postfix: -o smtpd_helo_restrictions= on submission; "
    + "Exim: helo_accept_junk_hosts, and no HELO test in the ACLs of these ports."
  let modes: Set<ProbeMode> = [.starttls]

  func steps(for options: ProbeOptions) -> [ProbeStep] {
    [.dialogue, .naming]
  }

  func result(from evidence: ProbeEvidence) -> Judgement {
    if let blocked = evidence.blockedBehindGreeting { return blocked }
    guard let naming = evidence.transcript.naming else { return .notRun("there was no further connection") }
    let said = naming.exchanges.filter { $0.command?.hasPrefix("EHLO") ?? false }
    if let pushBack = naming.pushBack { return Judgement(.pushedBack, pushBack.text) }
    let refused = said.filter { $0.outcome.reply?.isPositive != true }
    guard refused.isEmpty else {
      return .fail(refused.map { "\($0.command ?? ""): \($0.outcome.text)" }.joined(separator: "; "))
    }
    return .pass("\(said.count) names taken")
  }
}
