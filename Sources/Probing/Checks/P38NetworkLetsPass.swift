import MailModel
import Transport

/// Tells an access provider that filters port 25 from a server that has closed it.
struct P38NetworkLetsPass: ProbeRule {
  let id = "P38"
  let title = "The network between here and there lets the ports pass"
  let severity = ProbeSeverity.high
  let rule = "RFC 5068"
  let remedy = ""
  let modes: Set<ProbeMode> = [.plain]

  func result(from evidence: ProbeEvidence) -> Judgement {
    let here = evidence.all.filter { $0.target.address == evidence.target.address && $0.target.mode != .plain }
    guard !here.isEmpty, evidence.transcript.nameFault == nil else { return .notRun("no other port to compare with") }
    if FilteredNetwork.filters25(evidence) {
      let explanation =
        evidence.options.isFromClient
        ? "Your network does not let port 25 out, as most networks for homes, phones and hotels. Nothing is wrong with the mail server or with your password: in your mail program, set the outgoing server to port 587 with STARTTLS, or 465 with SSL/TLS, and log in with your mail password"
        : "port 25 alone times out and the others answer: the network in between filters port 25, as access providers do"
      return Judgement(evidence.options.isFromClient ? .warn : .pass, explanation)
    }
    if evidence.main.connect == .timedOut, here.allSatisfy({ $0.main.connect == .timedOut }) {
      return .warn("every port times out: the host is down, or a firewall drops everything from here")
    }
    return .pass(
      evidence.main.connect == .refused
        ? "port 25 is refused by the host itself, the network lets it pass" : "nothing is filtered")
  }
}
