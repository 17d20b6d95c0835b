import MailModel

/// Mail from other servers must keep coming in.
struct P24Port25Reachable: ProbeRule {
  let id = "P24"
  let title = "Port 25 is reachable, for other servers"
  let severity = ProbeSeverity.blocker
  let rule = "RFC 5321"
  let remedy =
    "Port 25 must go on taking mail from other servers. IceWarp: SMTP port 25; Postfix: the smtp inet service;"
    + " Exim: daemon_smtp_ports; then the firewall."
  let modes: Set<ProbeMode> = [.plain]

  func result(from evidence: ProbeEvidence) -> Judgement {
    let judgement = Connected.judge(evidence)
    if evidence.reachability == .timedOut, judgement.verdict == .fail, FilteredNetwork.filters25(evidence) {
      return .warn(
        "timed out, while the same address answers on other ports: the network between here and there filters port 25. Probe from a server's network to judge this"
      )
    }
    guard judgement.verdict == .pass else { return judgement }
    if let pushedBack = evidence.pushedBack { return pushedBack }
    guard let reply = evidence.main.greeting?.reply else {
      return .fail(evidence.main.greeting?.text ?? judgement.detail)
    }
    return reply.isPositive ? judgement : .fail("the greeting refuses: \(reply.text)")
  }
}
