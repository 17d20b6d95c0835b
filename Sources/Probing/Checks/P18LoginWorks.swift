import MailModel

/// What users are going to do works.
struct P18LoginWorks: ProbeRule {
  let id = "P18"
  let title = "The login is accepted and may write to addresses elsewhere"
  let severity = ProbeSeverity.blocker
  let rule = "RFC 4954 section 4"
  let remedy =
    "Look at the account first (password, allowed to send); then P14, and that the restrictions of the port "
    + "begin with a permission for logged-in senders."
  let modes: Set<ProbeMode> = [.starttls, .tls]

  func steps(for options: ProbeOptions) -> [ProbeStep] {
    [.dialogue, .login]
  }

  func result(from evidence: ProbeEvidence) -> Judgement {
    guard evidence.options.login != nil else { return .notRun("only tried with --login") }
    if let blocked = evidence.blockedBehindSecondEHLO { return blocked }
    guard let login = evidence.transcript.login else {
      return .notRun(
        "no password was sent: the certificate is not trusted or not for this host, or a login before this one failed")
    }
    guard login.mechanism != nil, let outcome = login.outcome else {
      return .fail("neither PLAIN nor LOGIN is offered behind TLS")
    }
    if let reply = outcome.reply, reply.isPushBack || reply.code == 432 { return Judgement(.pushedBack, reply.text) }
    guard login.isAccepted else { return .fail(outcome.text) }
    guard let answer = login.answers.first else {
      return .pass("\(outcome.text); give --external-recipient to try more")
    }
    switch answer.isAccepted {
    case true?: return .pass("\(outcome.text); \(answer.text)")
    case false?:
      if let reply = answer.deciding?.reply, reply.code / 100 == 4 {
        return .warn("logged in, and put off: \(answer.text)")
      }
      return .fail("logged in, and refused: \(answer.text)")
    case nil: return .warn("logged in; \(answer.text)")
    }
  }
}
