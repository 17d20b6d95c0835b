import MailModel

/// Differs before and after the switch; kept as the signature of this server.
struct P29SignatureWithLogin: ProbeRule {
  let id = "P29"
  let title = "What port 25 says to a local sender who has logged in"
  let severity = ProbeSeverity.blocker
  let rule = "RFC 6409 section 3.2"
  let remedy = ""
  let modes: Set<ProbeMode> = [.plain]

  func steps(for options: ProbeOptions) -> [ProbeStep] {
    [.dialogue, .login]
  }

  func result(from evidence: ProbeEvidence) -> Judgement {
    guard evidence.options.login != nil else { return .notRun("only asked with --login") }
    if let blocked = evidence.blockedBehindGreeting { return blocked }
    guard let login = evidence.transcript.login else {
      return .notRun(
        "no password was sent: no STARTTLS on this port, a certificate that is not trusted or not for this host, or a failed login before this one"
      )
    }
    guard login.mechanism != nil, let outcome = login.outcome else {
      return .pass("AUTH is not offered: users are told so by their mail program")
    }
    guard login.isAccepted else { return .pass("the login itself is refused: \(outcome.text)") }
    guard let answer = login.answers.first else { return .notRun("needs --external-recipient") }
    return .pass(
      answer.isAccepted == true
        ? "before the switch: taken (\(answer.text))" : "after the switch: refused (\(answer.text))")
  }
}
