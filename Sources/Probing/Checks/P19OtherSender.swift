import MailModel

/// Decides what becomes of shared accounts: a server that ties the sender to the login refuses them after the move.
struct P19OtherSender: ProbeRule {
  let id = "P19"
  let title = "What is said to a login that writes as another local sender"
  let severity = ProbeSeverity.info
  let rule = "RFC 6409 section 6.1"
  let remedy = ""
  let modes: Set<ProbeMode> = [.starttls, .tls]

  func steps(for options: ProbeOptions) -> [ProbeStep] {
    [.dialogue, .login]
  }

  func result(from evidence: ProbeEvidence) -> Judgement {
    guard evidence.options.login != nil else { return .notRun("only asked with --login") }
    if let blocked = evidence.blockedBehindSecondEHLO { return blocked }
    guard let login = evidence.transcript.login, login.isAccepted else { return .notRun("there was no login") }
    guard let answer = login.answer(.otherLocalToExternal) else {
      return .notRun("needs --local-recipient, which stands for the other sender, and --external-recipient")
    }
    switch answer.isAccepted {
    case true?: return .pass("taken: the sender is not tied to the login (\(answer.text))")
    case false?:
      return .pass("refused: shared accounts need a login, an alias or a permission of their own (\(answer.text))")
    case nil: return .notRun(answer.text)
    }
  }
}
