import MailModel

/// Asks who may write to whom: MAIL, RCPT and RSET, never DATA.
struct PolicyDialogue {
  let options: ProbeOptions

  /// Asks each question for which the addresses are known; ends with the connection.
  func ask(_ questions: [PolicyQuestion], on dialogue: Dialogue) -> [PolicyAnswer] {
    var answers: [PolicyAnswer] = []
    for question in questions {
      guard let (sender, recipient) = envelope(question) else { continue }
      let mail = dialogue.say("MAIL FROM:<\(sender)>")
      var answer = PolicyAnswer(question: question, mail: mail, recipient: nil)
      if mail.reply?.isPositive == true { answer.recipient = dialogue.say("RCPT TO:<\(recipient)>") }
      answers.append(answer)
      // 421 ends the connection; a silent or closed one has ended already.
      guard let last = (answer.recipient ?? mail).reply, last.code != 421, dialogue.say("RSET").reply != nil else {
        break
      }
    }
    return answers
  }

  /// Sender and recipient of a question, when the addresses it needs were given.
  func envelope(_ question: PolicyQuestion) -> (sender: String, recipient: String)? {
    let local = options.localRecipient ?? options.localSender
    let external = options.externalRecipient
    switch question {
    case .localToExternal: return both(options.localSender, external)
    case .otherLocalToExternal:
      return options.localRecipient == options.localSender ? nil : both(options.localRecipient, external)
    case .localToLocal: return both(options.localSender, local)
    case .inventedLocalToLocal:
      return both(domain(options.localSender).map { "port587-nobody-here@\($0)" }, local)
    case .externalToLocal: return both(external, options.localRecipient)
    case .externalToExternal: return both(external, external)
    case .percentHack: return both(external, routed { "\($0)%\($1)@\($2)" })
    case .quotedHack: return both(external, routed { "\"\($0)@\($1)\"@\($2)" })
    case .sourceRoute: return both(external, routed { "@\($2):\($0)@\($1)" })
    case .postmaster: return both(external, domain(local).map { "postmaster@\($0)" })
    case .unqualified: return both(options.localSender, "postmaster-unqualified")
    }
  }

  private func both(_ sender: String?, _ recipient: String?) -> (String, String)? {
    guard let sender, let recipient else { return nil }
    return (sender, recipient)
  }

  private func routed(_ form: (Substring, Substring, Substring) -> String) -> String? {
    guard let external = options.externalRecipient, let at = external.lastIndex(of: "@"),
      let here = domain(options.localRecipient ?? options.localSender)
    else { return nil }
    return form(external[..<at], external[external.index(after: at)...], here)
  }

  private func domain(_ address: String?) -> Substring? {
    guard let address, let at = address.lastIndex(of: "@") else { return nil }
    return address[address.index(after: at)...]
  }
}
