import MailModel
import Transport

/// Does the steps on one target, within one deadline for all of them.
struct TargetProbe {
  let target: ProbeTarget
  let steps: Set<ProbeStep>
  let options: ProbeOptions

  /// Everything but the login.
  func run() -> TargetTranscript {
    let start = ContinuousClock.now
    let deadline = start.advanced(by: options.timeout)
    var transcript = TargetTranscript(target: target)
    guard let first = Dialogue(target, deadline: deadline) else { return transcript }
    runMain(first, start, checksChain: true, &transcript)
    transcript.main = first.transcript
    // With a chain that cannot be trusted everything else can still be right: the second time it is let pass.
    if case .untrusted(let code) = first.transcript.handshake, let second = Dialogue(target, deadline: deadline) {
      runMain(second, .now, checksChain: false, &transcript)
      transcript.main = second.transcript
      transcript.main.noteVerification(code)
    }
    lookAtOtherSide(deadline, &transcript)
    // A server of last century's TLS alone fails like a broken one.
    if target.mode == .tls, steps.contains(.oldVersions), case .failed = transcript.main.handshake,
      transcript.plainOnTLS?.reply == nil
    {
      transcript.oldVersions = handshake(.oldVersions, deadline)
    }
    // An address that did not answer, or wants to be left alone, is not asked again.
    guard case .reply(let greeting) = transcript.main.greeting, greeting.isPositive, transcript.main.pushBack == nil,
      !transcript.main.exchanges.contains(where: { if case .timedOut = $0.outcome { true } else { false } })
    else { return transcript }
    if steps.contains(.naming) { transcript.naming = naming(deadline) }
    if steps.contains(.injection), offersSTARTTLS(transcript.main) { transcript.injection = injection(deadline) }
    if steps.contains(.authInClear), target.mode == .starttls { transcript.authInClear = authInClear(deadline) }
    if steps.contains(.certificate), target.mode == .plain, offersSTARTTLS(transcript.main) {
      transcript.certificate = handshake(.usual, deadline)
    }
    if target.mode == .starttls, steps.contains(.oldVersions), case .failed = transcript.main.handshake {
      transcript.oldVersions = handshake(.oldVersions, deadline)
    }
    if transcript.main.tls != nil {
      if steps.contains(.oldVersions) { transcript.oldVersions = handshake(.oldVersions, deadline) }
      if steps.contains(.rsaKeyExchange) { transcript.rsaKeyExchange = handshake(.rsaKeyExchange, deadline) }
    }
    if steps.contains(.manyAtOnce), let count = options.connectionsAtOnce {
      transcript.manyAtOnce = many(count, deadline)
    }
    return transcript
  }

  private func runMain(
    _ dialogue: Dialogue, _ start: ContinuousClock.Instant, checksChain: Bool, _ transcript: inout TargetTranscript
  ) {
    var request = request(.usual)
    request.checksChain = checksChain
    guard dialogue.open() else { return }
    if target.mode == .tls {
      guard case .done = dialogue.startTLS(request) else { return }
    }
    guard greet(dialogue, start, &transcript), introduce(dialogue) else { return }
    if target.mode == .starttls, offersSTARTTLS(dialogue.transcript) {
      guard dialogue.say("STARTTLS").reply?.code == 220 else { return dialogue.quit() }
      guard case .done = dialogue.startTLS(request), introduce(dialogue) else { return }
    }
    // On a port for submission nothing but EHLO is worth asking in clear.
    if target.mode == .plain || dialogue.transcript.isBehindTLS {
      let questions = PolicyQuestion.allCases.filter { steps.contains(.policy($0)) }
      transcript.answers = PolicyDialogue(options: options).ask(questions, on: dialogue)
    }
    dialogue.quit()
  }

  /// Waits for the greeting; a port for STARTTLS that says nothing at all is asked for TLS before the time is up.
  private func greet(
    _ dialogue: Dialogue, _ start: ContinuousClock.Instant, _ transcript: inout TargetTranscript
  ) -> Bool {
    let patience = target.mode == .starttls ? options.timeout * 2 / 3 : options.timeout
    var outcome = dialogue.greet(until: start.advanced(by: patience))
    if case .timedOut(let hasPart) = outcome, target.mode == .starttls {
      if hasPart {
        outcome = dialogue.greetFurther()
      } else {
        transcript.tlsOnPlain = dialogue.startTLS(request(.usual))
        dialogue.forgetTLS()
      }
    }
    guard let reply = outcome.reply else { return false }
    if reply.isPositive { return true }
    dialogue.quit()
    return false
  }

  /// EHLO, and HELO where EHLO is refused.
  private func introduce(_ dialogue: Dialogue) -> Bool {
    guard let reply = dialogue.say("EHLO \(options.ownName)").reply else { return false }
    if reply.isPositive { return true }
    if reply.isPushBack {
      dialogue.quit()
      return false
    }
    guard let second = dialogue.say("HELO \(options.ownName)").reply else { return false }
    if second.isPositive { return true }
    dialogue.quit()
    return false
  }

  /// What a port for TLS says in clear when the handshake failed at once.
  private func lookAtOtherSide(_ deadline: ContinuousClock.Instant, _ transcript: inout TargetTranscript) {
    guard target.mode == .tls, case .failed = transcript.main.handshake,
      let dialogue = Dialogue(target, deadline: deadline), dialogue.open()
    else { return }
    let outcome = dialogue.greet(until: .now.advanced(by: .seconds(3)))
    transcript.plainOnTLS = outcome
    if outcome.reply != nil { dialogue.quit() }
  }

  /// Opens a further connection as far as the server's reply to EHLO; nothing when it does not come that far.
  private func further(_ deadline: ContinuousClock.Instant) -> Dialogue? {
    guard let dialogue = Dialogue(target, deadline: deadline), dialogue.open() else { return nil }
    if target.mode == .tls {
      guard case .done = dialogue.startTLS(request(.usual)) else { return nil }
    }
    guard dialogue.greet().reply?.isPositive == true else { return nil }
    return dialogue
  }

  /// Tells the server several names; one that takes a single name for each connection (503) is given a connection for each.
  private func naming(_ deadline: ContinuousClock.Instant) -> SessionTranscript? {
    guard var dialogue = further(deadline) else { return nil }
    var all = dialogue.transcript
    for command in ClientName.all.map({ "EHLO \($0)" }) + ["HELO \(options.ownName)"] {
      if dialogue.say(command).reply?.code == 503 {
        dialogue.quit()
        guard let next = further(deadline) else { return all }
        dialogue = next
        dialogue.say(command)
      }
      guard let exchange = dialogue.transcript.exchanges.last else { return all }
      all.exchanges.append(exchange)
      guard let reply = exchange.outcome.reply, !reply.isPushBack else { return all }
    }
    dialogue.quit()
    return all
  }

  /// Opens connections one after another and leaves them open until the last.
  private func many(_ count: Int, _ deadline: ContinuousClock.Instant) -> ManyAtOnce {
    var open: [Dialogue] = []
    var result = ManyAtOnce(asked: count, taken: 0)
    while result.taken < count, let dialogue = Dialogue(target, deadline: deadline) {
      guard dialogue.open() else {
        result.end = "no further connection"
        break
      }
      if target.mode == .tls {
        guard case .done = dialogue.startTLS(request(.usual)) else {
          result.end = "no further handshake"
          break
        }
      }
      let greeting = dialogue.greet()
      guard greeting.reply?.isPositive == true else {
        result.end = greeting.text
        break
      }
      open.append(dialogue)
      result.taken += 1
    }
    for dialogue in open { dialogue.quit() }
    return result
  }

  private func injection(_ deadline: ContinuousClock.Instant) -> InjectionTranscript? {
    guard let dialogue = further(deadline), dialogue.say("EHLO \(options.ownName)").reply?.isPositive == true else {
      return nil
    }
    guard dialogue.say("STARTTLS\r\nNOOP").reply?.code == 220, case .done = dialogue.startTLS(request(.usual)) else {
      return InjectionTranscript(session: dialogue.transcript, unasked: nil)
    }
    // A reply to the NOOP comes before that to EHLO, however long the way: then each command is answered by the reply to the one before.
    let hello = dialogue.say("EHLO \(options.ownName)")
    let bye = dialogue.say("QUIT")
    let isOff = bye.reply.map { $0.isPositive && $0.code != 221 } ?? false
    return InjectionTranscript(session: dialogue.transcript, unasked: isOff || hello.reply == nil ? hello : nil)
  }

  /// Asks for AUTH in clear without a secret: what is taken is called off again.
  private func authInClear(_ deadline: ContinuousClock.Instant) -> ReplyOutcome? {
    guard let dialogue = further(deadline), introduce(dialogue) else { return nil }
    let outcome = dialogue.say("AUTH PLAIN")
    if outcome.reply?.code == 334 { dialogue.say("*") }
    dialogue.quit()
    return outcome
  }

  private func handshake(_ offer: TLSRequest.Offer, _ deadline: ContinuousClock.Instant) -> HandshakeOutcome? {
    guard let dialogue = Dialogue(target, deadline: deadline), dialogue.open() else { return nil }
    if target.mode != .tls {
      guard dialogue.greet().reply?.isPositive == true, introduce(dialogue),
        dialogue.say("STARTTLS").reply?.code == 220
      else { return nil }
    }
    let outcome = dialogue.startTLS(request(offer))
    // A port for TLS greets behind the handshake, and leave is taken only after that.
    if case .done = outcome, target.mode != .tls || dialogue.greet().reply != nil { dialogue.quit() }
    return outcome
  }

  private func offersSTARTTLS(_ session: SessionTranscript) -> Bool {
    session.capabilities(behindTLS: false)?.contains { $0.uppercased() == "STARTTLS" } ?? false
  }

  private func request(_ offer: TLSRequest.Offer) -> TLSRequest {
    TLSRequest(serverName: target.host, caFile: options.caFile, offer: offer)
  }
}
