import MailModel

/// Recorded.
struct P31LocalToLocalOn25: ProbeRule {
  let id = "P31"
  let title = "What port 25 says to a local sender who writes to a local recipient without login"
  let severity = ProbeSeverity.info
  let rule = "RFC 5321"
  let remedy = ""
  let modes: Set<ProbeMode> = [.plain]

  func steps(for options: ProbeOptions) -> [ProbeStep] {
    options.asksPolicy ? [.dialogue, .policy(.localToLocal), .policy(.inventedLocalToLocal)] : [.dialogue]
  }

  func result(from evidence: ProbeEvidence) -> Judgement {
    switch evidence.answer(.localToLocal, needs: "--local-sender") {
    case .failure(let unanswered): return unanswered.judgement
    case .success(let answer):
      guard let isAccepted = answer.isAccepted else { return .notRun(answer.text) }
      let invented =
        evidence.transcript.answer(.inventedLocalToLocal).map { "; an invented local sender: \($0.text)" } ?? ""
      return .pass(
        isAccepted
          ? "taken: \(answer.text)\(invented). IceWarp's RejectLocalUnauth decides this"
          : "refused: \(answer.text)\(invented)")
    }
  }
}
