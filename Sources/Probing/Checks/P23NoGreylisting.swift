import MailModel

/// A mail program that is put off shows an error to its user; only servers come again by themselves.
struct P23NoGreylisting: ProbeRule {
  let id = "P23"
  let title = "Nobody is put off after a login"
  let severity = ProbeSeverity.medium
  let rule = "RFC 6647 section 2.2"
  let remedy =
    "Exempt logged-in senders from greylisting and rate limits: IceWarp: Anti-Spam > Greylisting, bypass for authenticated sessions; Postfix: "
    + "permit_sasl_authenticated before the policy service; Exim: accept authenticated = * before the defer."
  let modes: Set<ProbeMode> = [.starttls, .tls]

  func steps(for options: ProbeOptions) -> [ProbeStep] {
    [.dialogue, .login]
  }

  func result(from evidence: ProbeEvidence) -> Judgement {
    guard evidence.options.login != nil else { return .notRun("only asked with --login") }
    if let blocked = evidence.blockedBehindSecondEHLO { return blocked }
    guard let login = evidence.transcript.login, login.isAccepted else { return .notRun("there was no login") }
    guard let answer = login.answer(.localToExternal), let reply = answer.deciding?.reply else {
      return .notRun("needs --external-recipient")
    }
    return reply.code / 100 == 4 ? .fail(answer.text) : .pass(answer.text)
  }
}
