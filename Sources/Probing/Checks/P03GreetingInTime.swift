import MailModel

/// Users are not kept waiting for the greeting.
struct P03GreetingInTime: ProbeRule {
  let id = "P03"
  let title = "The greeting comes within five seconds"
  let severity = ProbeSeverity.medium
  let rule = "RFC 5321 section 4.5.3.2"
  let remedy =
    "IceWarp: no greeting delay for users' ports; Postfix: no postscreen in front of submission; Exim: no "
    + "delay in acl_smtp_connect for these ports."
  let modes: Set<ProbeMode> = [.plain, .starttls, .tls]

  func result(from evidence: ProbeEvidence) -> Judgement {
    if evidence.reachability == .open, let first = evidence.main.exchanges.first, first.command == nil {
      switch first.outcome {
      case .reply(let reply) where reply.isPushBack: return Judgement(.pushedBack, reply.text)
      // That is told by P22 and P24, and has nothing to do with time.
      case .reply(let reply) where !reply.isPositive: return .notRun("the greeting refuses: \(reply.text)")
      case .reply: break
      case .foreign: return .notRun(first.outcome.text)
      case .timedOut, .closed: return .fail(first.outcome.text)
      }
      return first.milliseconds > 5000
        ? .warn("after \(first.milliseconds) ms: some mail programs have given up by then")
        : .pass("after \(first.milliseconds) ms")
    }
    return evidence.blocked ?? .notRun("there was no greeting")
  }
}
