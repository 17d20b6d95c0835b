import MailModel

/// Mail from other servers is taken.
struct P26MailComesIn: ProbeRule {
  let id = "P26"
  let title = "A sender elsewhere may write to a local recipient"
  let severity = ProbeSeverity.blocker
  let rule = "RFC 5321"
  let remedy =
    "The switch must not touch mail from other servers: look at restrictions that demand a login from "
    + "everybody."
  let modes: Set<ProbeMode> = [.plain]

  func steps(for options: ProbeOptions) -> [ProbeStep] {
    options.asksPolicy ? [.dialogue, .policy(.externalToLocal)] : [.dialogue]
  }

  func result(from evidence: ProbeEvidence) -> Judgement {
    switch evidence.answer(.externalToLocal, needs: "--external-recipient and --local-recipient") {
    case .failure(let unanswered): return unanswered.judgement
    case .success(let answer):
      guard let isAccepted = answer.isAccepted else { return .notRun(answer.text) }
      return isAccepted ? .pass(answer.text) : .fail(answer.text)
    }
  }
}
