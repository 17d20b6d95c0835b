import MailModel

/// Strangers do not send through this server.
struct P28NoOpenRelay: ProbeRule {
  let id = "P28"
  let title = "Nobody relays through port 25"
  let severity = ProbeSeverity.blocker
  let rule = "RFC 5321 section 7; BCP 134"
  let remedy =
    "IceWarp: RelayMode=1; Postfix: reject_unauth_destination in smtpd_relay_restrictions, "
    + "allow_percent_hack=no; Exim: require verify and relay_to_domains / relay_from_hosts in acl_smtp_rcpt."
  let modes: Set<ProbeMode> = [.plain]

  func steps(for options: ProbeOptions) -> [ProbeStep] {
    let questions: [PolicyQuestion] = [.externalToExternal, .percentHack, .quotedHack, .sourceRoute]
    return [.dialogue] + (options.asksPolicy ? questions.map { .policy($0) } : [])
  }

  private static func words(_ question: PolicyQuestion) -> String {
    switch question {
    case .percentHack: "written as user%elsewhere@here"
    case .quotedHack: "written as \"user@elsewhere\"@here"
    case .sourceRoute: "written as @here:user@elsewhere"
    default: "from elsewhere to elsewhere"
    }
  }

  func result(from evidence: ProbeEvidence) -> Judgement {
    if evidence.options.isFromTrusted {
      return .notRun("asked from a trusted network: what strangers may do is not seen from here")
    }
    let questions: [PolicyQuestion] = [.externalToExternal, .percentHack, .quotedHack, .sourceRoute]
    var seen: [String] = []
    var suspicious: [String] = []
    var unanswered: Judgement?
    for question in questions {
      switch evidence.answer(
        question, needs: "--external-recipient (and --local-recipient for the routed forms)", refusalIsRight: true)
      {
      case .failure(let failure):
        if question == .externalToExternal { unanswered = failure.judgement }
      case .success(let answer):
        // Only where the server takes the address apart does it relay; it may as well have a mailbox of any name.
        if answer.isAccepted == true, question == .percentHack || question == .quotedHack {
          suspicious.append("\(P28NoOpenRelay.words(question)): taken: \(answer.text)")
        } else if answer.isAccepted == true {
          return .fail("\(P28NoOpenRelay.words(question)): taken: \(answer.text)")
        }
        seen.append("\(P28NoOpenRelay.words(question)): \(answer.refusalText)")
      }
    }
    // That a routed form is taken is said, whatever the plain one was told.
    if let unanswered, suspicious.isEmpty { return unanswered }
    if !suspicious.isEmpty {
      return .warn(
        "\(suspicious.joined(separator: "; ")). Harmless where such a name is a mailbox like any other; send yourself one to be sure"
      )
    }
    return .pass(seen.joined(separator: "; "))
  }
}
