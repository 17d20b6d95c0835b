import MailModel

/// A network that the server trusts sends through port 25 without a login, and nothing in its logs tells that from a user.
struct P33TrustedNetworks: ProbeRule {
  let id = "P33"
  let title = "A trusted network does not spare the login on port 25"
  let severity = ProbeSeverity.high
  let rule = "RFC 6409 section 3.2"
  let remedy =
    "Take ranges of users out, and give the few devices that need it an address each. IceWarp: Mail > Security > General > "
    + "trusted addresses, or i: lines of submissionbypass.dat; Postfix: mynetworks; Exim: relay_from_hosts."
  let modes: Set<ProbeMode> = [.plain]

  func steps(for options: ProbeOptions) -> [ProbeStep] {
    options.asksPolicy ? [.dialogue, .policy(.localToExternal)] : [.dialogue]
  }

  func result(from evidence: ProbeEvidence) -> Judgement {
    guard evidence.options.isFromTrusted else { return elsewhere(evidence) }
    switch evidence.answer(
      .localToExternal, needs: "--local-sender and --external-recipient", refusalIsRight: true)
    {
    case .failure(let unanswered): return unanswered.judgement
    case .success(let answer):
      guard let isAccepted = answer.isAccepted else { return .notRun(answer.text) }
      return isAccepted ? .fail("taken without login from this network: \(answer.text)") : .pass(answer.refusalText)
    }
  }

  /// From a machine of which nobody says that it stands in a trusted network.
  private func elsewhere(_ evidence: ProbeEvidence) -> Judgement {
    let how = "run it with --policy-check --from-trusted on a machine inside such a network"
    guard evidence.options.asksPolicy, let isAccepted = evidence.transcript.answer(.localToExternal)?.isAccepted else {
      return .notRun("cannot be seen from outside: \(how)")
    }
    return isAccepted
      ? .notRun("taken without login (P30): if this machine stands in a trusted network, say --from-trusted")
      : .notRun("refused here, so this machine stands in no trusted network: \(how)")
  }
}
