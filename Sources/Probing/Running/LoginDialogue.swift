import FoundationEssentials
import MailModel
import Transport

/// Logs in once, behind TLS only, and asks what the logged-in sender may do.
struct LoginDialogue {
  let target: ProbeTarget
  let options: ProbeOptions

  /// Nothing when the connection does not come as far as EHLO behind TLS.
  func run(_ login: ProbeLogin) -> LoginTranscript? {
    let deadline = ContinuousClock.now.advanced(by: options.timeout)
    guard let dialogue = Dialogue(target, deadline: deadline), reachTLS(dialogue) else { return nil }
    var transcript = LoginTranscript()
    let offered = AuthOffer(dialogue.transcript.capabilities(behindTLS: true) ?? [])
    if offered.mechanisms.contains("PLAIN") {
      transcript.mechanism = "PLAIN"
      let secret = LoginDialogue.base64("\0\(login.user)\0\(login.password)")
      transcript.outcome = dialogue.say("AUTH PLAIN \(secret)", shown: "AUTH PLAIN …")
    } else if offered.mechanisms.contains("LOGIN") {
      transcript.mechanism = "LOGIN"
      transcript.outcome = dialogue.say("AUTH LOGIN")
      for secret in [login.user, login.password] where transcript.outcome?.reply?.code == 334 {
        transcript.outcome = dialogue.say(LoginDialogue.base64(secret), shown: "…")
      }
    }
    if transcript.isAccepted {
      let questions: [PolicyQuestion] = [.localToExternal, .otherLocalToExternal]
      transcript.answers = PolicyDialogue(options: senderOptions(login)).ask(questions, on: dialogue)
    } else if transcript.outcome?.reply != nil {
      transcript.survived = dialogue.say("NOOP").reply?.isPositive ?? false
    }
    dialogue.quit()
    return transcript
  }

  /// The login's own address writes; where the login is no address, the local sender does.
  private func senderOptions(_ login: ProbeLogin) -> ProbeOptions {
    var options = options
    if options.localSender == nil, PolicyAddress.isBare(login.user) { options.localSender = login.user }
    return options
  }

  private func reachTLS(_ dialogue: Dialogue) -> Bool {
    let request = TLSRequest(serverName: target.host, caFile: options.caFile, checksChain: true)
    let hello = "EHLO \(options.ownName)"
    guard dialogue.open() else { return false }
    if target.mode == .tls {
      guard case .done(let facts) = dialogue.startTLS(request), isTrusted(facts) else { return false }
      return dialogue.greet().reply?.isPositive == true && dialogue.say(hello).reply?.isPositive == true
    }
    guard dialogue.greet().reply?.isPositive == true, dialogue.say(hello).reply?.isPositive == true,
      dialogue.say("STARTTLS").reply?.code == 220, case .done(let facts) = dialogue.startTLS(request), isTrusted(facts)
    else { return false }
    return dialogue.say(hello).reply?.isPositive == true
  }

  /// A password goes to nobody but the server it is meant for.
  private func isTrusted(_ facts: TLSFacts) -> Bool {
    let chain = facts.chain.compactMap { CertificateFacts(pem: $0) }
    return facts.verifyCode == 0 && CertificateName.matches(target.host, chain.first?.names ?? [])
  }

  private static func base64(_ text: String) -> String { Data(text.utf8).base64EncodedString() }
}
