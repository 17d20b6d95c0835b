import MailModel

/// Before and after the switch alike.
struct P30SenderRefusedOn25: ProbeRule {
  let id = "P30"
  let title = "A local sender without login may not write elsewhere through port 25"
  let severity = ProbeSeverity.blocker
  let rule = "RFC 5321 section 7"
  let remedy =
    "IceWarp: RelayMode=1, no trusted address ranges of users; Postfix: mynetworks without users, "
    + "reject_unauth_destination; Exim: relay_from_hosts without users."
  let modes: Set<ProbeMode> = [.plain]

  func steps(for options: ProbeOptions) -> [ProbeStep] {
    options.asksPolicy ? [.dialogue, .policy(.localToExternal)] : [.dialogue]
  }

  func result(from evidence: ProbeEvidence) -> Judgement {
    if evidence.options.isFromTrusted { return .notRun("asked from a trusted network, which P33 judges") }
    switch evidence.answer(
      .localToExternal, needs: "--local-sender and --external-recipient", refusalIsRight: true)
    {
    case .failure(let unanswered): return unanswered.judgement
    case .success(let answer):
      guard let isAccepted = answer.isAccepted else { return .notRun(answer.text) }
      return isAccepted ? .fail("taken without login: \(answer.text)") : .pass(answer.refusalText)
    }
  }
}
