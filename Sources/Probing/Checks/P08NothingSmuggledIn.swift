import MailModel
import Transport

/// Nobody on the way can put words into an encrypted session.
struct P08NothingSmuggledIn: ProbeRule {
  let id = "P08"
  let title = "A command in the same packet as STARTTLS is not executed behind TLS"
  let severity = ProbeSeverity.high
  let rule = "RFC 3207 sections 4.2 and 6"
  let remedy = "Update the mail server: what is read before the handshake must be dropped (CVE-2011-0411)."
  let modes: Set<ProbeMode> = [.starttls]

  func steps(for options: ProbeOptions) -> [ProbeStep] {
    [.dialogue, .injection]
  }

  func result(from evidence: ProbeEvidence) -> Judgement {
    if let blocked = evidence.blockedBehindGreeting { return blocked }
    guard let injection = evidence.transcript.injection else {
      return .notRun("STARTTLS is not offered, or there was no further connection")
    }
    let answer = injection.session.exchanges.last { $0.command?.hasPrefix("STARTTLS") ?? false }?.outcome
    if answer?.reply?.code == 454 { return .notRun("STARTTLS: \(answer?.text ?? "")") }
    if let reply = answer?.reply, reply.isPushBack { return Judgement(.pushedBack, reply.text) }
    if injection.session.handshake == .timedOut { return .notRun("no handshake in time") }
    guard injection.session.tls != nil else {
      return .pass("refused: \(answer?.reply?.code == 220 ? "no handshake" : answer?.text ?? "")")
    }
    switch injection.unasked {
    case .reply(let reply): return .fail("NOOP sent in clear was answered behind TLS: \(reply.text)")
    case .foreign(let text): return .fail("something came behind TLS that answers nothing: \(text)")
    case .closed: return .pass("the server hung up")
    case .timedOut: return .notRun("no reply in time behind TLS")
    case nil: return .pass("NOOP sent in clear was dropped")
    }
  }
}
