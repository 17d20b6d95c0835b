import MailModel

/// Others can reach whoever runs the server.
struct P27PostmasterTaken: ProbeRule {
  let id = "P27"
  let title = "Mail to the postmaster is taken"
  let severity = ProbeSeverity.medium
  let rule = "RFC 5321 section 4.5.1"
  let remedy = "Create postmaster or an alias of that name in each domain."
  let modes: Set<ProbeMode> = [.plain]

  func steps(for options: ProbeOptions) -> [ProbeStep] {
    options.asksPolicy ? [.dialogue, .policy(.postmaster)] : [.dialogue]
  }

  func result(from evidence: ProbeEvidence) -> Judgement {
    switch evidence.answer(.postmaster, needs: "--external-recipient and --local-recipient or --local-sender") {
    case .failure(let unanswered): return unanswered.judgement
    case .success(let answer):
      guard let isAccepted = answer.isAccepted else { return .notRun(answer.text) }
      return isAccepted ? .pass(answer.text) : .fail(answer.text)
    }
  }
}
