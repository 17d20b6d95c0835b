import MailModel

/// Recorded.
struct P21UnqualifiedRefused: ProbeRule {
  let id = "P21"
  let title = "A recipient without a domain is refused or completed"
  let severity = ProbeSeverity.info
  let rule = "RFC 6409 section 4.2"
  let remedy = ""
  let modes: Set<ProbeMode> = [.starttls, .tls]

  func steps(for options: ProbeOptions) -> [ProbeStep] {
    options.asksPolicy ? [.dialogue, .policy(.unqualified)] : [.dialogue]
  }

  func result(from evidence: ProbeEvidence) -> Judgement {
    switch evidence.answer(.unqualified, needs: "--local-sender") {
    case .failure(let unanswered): return unanswered.judgement
    case .success(let answer): return .pass(answer.text)
    }
  }
}
