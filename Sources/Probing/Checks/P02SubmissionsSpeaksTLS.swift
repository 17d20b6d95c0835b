import MailModel
import Transport

/// The port for submissions begins with TLS.
struct P02SubmissionsSpeaksTLS: ProbeRule {
  let id = "P02"
  let title = "The submissions port is reachable and speaks TLS from the first byte"
  let severity = ProbeSeverity.high
  let rule = "RFC 8314 section 3.3"
  let remedy =
    "IceWarp: the SSL port of SMTP (465) with a certificate; Postfix: the submissions service with "
    + "smtpd_tls_wrappermode=yes; Exim: tls_on_connect_ports = 465."
  let modes: Set<ProbeMode> = [.tls]

  func result(from evidence: ProbeEvidence) -> Judgement {
    if case .failed(let reason) = evidence.main.handshake, evidence.main.connect == .open {
      if let pushBack = evidence.transcript.plainOnTLS?.reply, pushBack.isPushBack {
        return Judgement(.pushedBack, "the server wants to be left alone: \(pushBack.text)")
      }
      if let reply = evidence.transcript.plainOnTLS?.reply {
        return .fail("speaks clear text where TLS was expected: \(reply.text)")
      }
      if case .done(let old) = evidence.transcript.oldVersions {
        return .fail("\(old.version) alone is spoken, which programs of today refuse (P09)")
      }
      return .fail("the handshake fails: \(reason)")
    }
    if let pushedBack = evidence.pushedBack { return pushedBack }
    if case .done = evidence.main.handshake {
      // A web server, or a load balancer before a dead server, does the handshake as well.
      guard case .reply = evidence.main.greeting else {
        return .fail("\(evidence.target.place): TLS is spoken, and no SMTP behind it: \(noGreeting(evidence))")
      }
      let time = evidence.main.handshakeMilliseconds.map { " in \($0) ms" } ?? ""
      return .pass("\(evidence.target.place): handshake\(time)")
    }
    return Connected.judge(evidence)
  }

  private func noGreeting(_ evidence: ProbeEvidence) -> String {
    switch evidence.main.greeting {
    case .foreign(let text): text
    case .closed: "the server hung up before it greeted"
    case .timedOut(hasPart: true): "a greeting that was not finished in time"
    default: "no greeting in time"
    }
  }
}
