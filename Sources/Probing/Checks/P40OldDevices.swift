import MailModel
import Transport

/// Recorded.
struct P40OldDevices: ProbeRule {
  let id = "P40"
  let title = "Whether devices without modern key exchange can still connect"
  let severity = ProbeSeverity.info
  let rule = "RFC 9325 section 4.2"
  let remedy = ""
  let modes: Set<ProbeMode> = [.starttls, .tls]

  func steps(for options: ProbeOptions) -> [ProbeStep] {
    [.dialogue, .rsaKeyExchange]
  }

  func result(from evidence: ProbeEvidence) -> Judgement {
    if let blocked = evidence.blockedBehindTLS { return blocked }
    switch evidence.transcript.rsaKeyExchange {
    case .done(let facts): return .pass("RSA key exchange is still taken (\(facts.cipher)): old printers can connect")
    case nil: return .notRun("there was no further connection")
    default:
      return .pass(
        "RSA key exchange is refused: printers and scanners from before about 2010 cannot connect, and need a relay host"
      )
    }
  }
}
