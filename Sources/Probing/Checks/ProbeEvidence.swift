import MailModel
import Transport

/// What a check judges: one target, and the others of the same host beside it.
public struct ProbeEvidence: Sendable {
  /// The target.
  public let transcript: TargetTranscript
  /// All targets of the host, this one among them.
  public let all: [TargetTranscript]
  /// What was allowed.
  public let options: ProbeOptions
  /// The certificates that the server sent, its own first.
  let chain: [CertificateFacts]

  /// Takes the transcript of a target and those of its host.
  public init(_ transcript: TargetTranscript, among all: [TargetTranscript], options: ProbeOptions) {
    self.transcript = transcript
    self.all = all
    self.options = options
    chain = transcript.main.tls?.chain.compactMap { CertificateFacts(pem: $0) } ?? []
  }

  var target: ProbeTarget { transcript.target }
  var main: SessionTranscript { transcript.main }
  var reachability: Reachability { ReachabilityJudge.judge(transcript) }
  var beforeTLS: [String] { target.mode == .tls ? [] : main.capabilities(behindTLS: false) ?? [] }
  var afterTLS: [String] { main.capabilities(behindTLS: true) ?? [] }
  var trust: TrustJudge? {
    main.tls?.verifyCode.flatMap { TrustJudge(chain: chain, verifyCode: $0, now: options.now) }
  }
  var nameMatches: Bool { CertificateName.matches(target.host, chain.first?.names ?? []) }

  /// Why nothing can be judged that comes after the connection; nothing when a greeting or handshake was there.
  var blocked: Judgement? {
    switch reachability {
    case .open: return pushedBack
    case .refused, .timedOut, .unresolvable: return .notRun("no connection")
    case .silent: return .notRun("the server said nothing")
    case .closed: return .notRun("the server hung up")
    }
  }

  /// The server's wish to be left alone.
  var pushedBack: Judgement? {
    main.pushBack.map { Judgement(.pushedBack, "the server wants to be left alone: \($0.text)") }
  }

  /// Why nothing can be judged that comes after the greeting.
  var blockedBehindGreeting: Judgement? {
    if let blocked { return blocked }
    switch main.greeting {
    case .reply(let reply) where reply.isPositive: return nil
    case .reply(let reply): return .notRun("the greeting refuses: \(reply.text)")
    case let outcome?: return .notRun(outcome.text)
    case nil: return .notRun("there was no greeting")
    }
  }

  /// Why nothing can be judged that comes after the handshake.
  ///
  /// What a handshake shows is known, whether or not a greeting followed.
  var blockedBehindTLS: Judgement? {
    if main.tls != nil, [.silent, .closed].contains(reachability) { return nil }
    if let blocked { return blocked }
    return main.tls == nil ? .notRun("there was no handshake") : nil
  }

  /// Why nothing can be judged of what is offered behind TLS.
  var blockedBehindSecondEHLO: Judgement? {
    if let blocked = blockedBehindTLS ?? blockedBehindGreeting { return blocked }
    guard let outcome = main.outcome("EHLO", behindTLS: true) else { return .notRun("EHLO was not said behind TLS") }
    return outcome.reply?.isPositive == true ? nil : .notRun("EHLO behind TLS: \(outcome.text)")
  }

  /// The judgement over a question to senders, or why there is none.
  ///
  /// - Parameter refusalIsRight: whether a refusal is what is hoped for; then one for now that names login or relay is one, as Postfix
  ///   gives it by its own default (`defer_unauth_destination`), and no wish to be left alone.
  func answer(
    _ question: PolicyQuestion, needs: String, refusalIsRight: Bool = false
  ) -> Result<PolicyAnswer, Unanswered> {
    guard options.asksPolicy else { return .failure(Unanswered(.notRun("only asked with --policy-check"))) }
    if PolicyDialogue(options: options).envelope(question) == nil {
      return .failure(Unanswered(.notRun("needs \(needs)")))
    }
    if let blocked = target.mode == .plain ? blockedBehindGreeting : blockedBehindSecondEHLO {
      return .failure(Unanswered(blocked))
    }
    guard let answer = transcript.answer(question) else {
      return .failure(Unanswered(.notRun("the connection ended before this could be asked")))
    }
    if let reply = answer.deciding?.reply, reply.isPushBack || reply.code == 451,
      !(refusalIsRight && answer.isPutOffForLogin)
    {
      return .failure(Unanswered(Judgement(.pushedBack, answer.text)))
    }
    return .success(answer)
  }

  /// Why there is no answer.
  struct Unanswered: Error {
    let judgement: Judgement
    init(_ judgement: Judgement) { self.judgement = judgement }
  }
}
