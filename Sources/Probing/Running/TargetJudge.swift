import MailModel
import Transport

/// Makes the result of one target out of what was said.
struct TargetJudge {
  let evidence: ProbeEvidence

  var target: ProbedTarget {
    let target = evidence.target
    return ProbedTarget(
      host: target.host, address: target.address.map { "\($0)" }, port: target.port, mode: target.mode,
      reachability: evidence.reachability, connectMilliseconds: evidence.main.connectMilliseconds, greeting: greeting,
      capabilities: ProbedCapabilities(beforeTLS: evidence.beforeTLS, afterTLS: evidence.afterTLS), tls: tls,
      checks: ProbeRules.all.filter { $0.modes.contains(target.mode) }.map { $0.check(evidence) }, signature: signature)
  }

  private var greeting: String? {
    if let reply = evidence.main.greeting?.reply { return reply.text }
    return evidence.transcript.plainOnTLS?.reply?.text
  }

  private var tls: ProbedTLS? {
    guard let facts = evidence.main.tls else { return nil }
    var certificate: ProbedCertificate?
    if let own = evidence.chain.first, let judge = evidence.trust {
      certificate = ProbedCertificate(
        subject: own.subject, issuer: own.issuer, names: own.names, notBefore: own.notBefore, notAfter: own.notAfter,
        trust: judge.trust, nameMatches: evidence.nameMatches)
    }
    return ProbedTLS(
      version: facts.version.isEmpty ? nil : facts.version, cipher: facts.cipher.isEmpty ? nil : facts.cipher,
      certificate: certificate)
  }

  private var signature: PortSignature? {
    guard evidence.target.mode == .plain else { return nil }
    // What a trusted network is told, users elsewhere are not.
    let without =
      evidence.options.isFromTrusted ? nil : evidence.transcript.answer(.localToExternal).flatMap { reply($0) }
    var with = evidence.transcript.login?.answers.first.flatMap { reply($0) }
    if with == nil, let login = evidence.transcript.login, !login.isAccepted, let refusal = login.outcome?.reply {
      with = SignatureReply(
        command: "AUTH", code: refusal.code, enhancedCode: refusal.enhancedCode, text: refusal.words)
    }
    guard without != nil || with != nil else { return nil }
    return PortSignature(
      host: evidence.target.host, port: evidence.target.port, takenAt: evidence.options.now, withoutLogin: without,
      withLogin: with)
  }

  private func reply(_ answer: PolicyAnswer) -> SignatureReply? {
    answer.deciding.map {
      SignatureReply(
        command: $0.command, code: $0.reply.code, enhancedCode: $0.reply.enhancedCode, text: $0.reply.words)
    }
  }
}
