import MailModel
import Transport

/// What is offered works.
struct P07HandshakeSucceeds: ProbeRule {
  let id = "P07"
  let title = "STARTTLS leads to TLS, and the server begins anew behind it"
  let severity = ProbeSeverity.blocker
  let rule = "RFC 3207 section 4.2"
  let remedy =
    "IceWarp: a certificate with its key (System > Certificates), DisableSSLTLS off; Postfix: "
    + "smtpd_tls_security_level=encrypt (or may) and smtpd_tls_chain_files on submission; Exim: "
    + "tls_advertise_hosts = *, tls_certificate, tls_privatekey."
  let modes: Set<ProbeMode> = [.starttls]

  func result(from evidence: ProbeEvidence) -> Judgement {
    if let blocked = evidence.blockedBehindGreeting { return blocked }
    guard let answer = evidence.main.outcome("STARTTLS", behindTLS: false) else {
      return .notRun("STARTTLS is not offered")
    }
    if let reply = answer.reply, reply.code == 454 {
      return .fail(
        "STARTTLS is offered and not there: \(reply.text). The server's log names the file or setting: a certificate or key that "
          + "cannot be read, or that do not belong together")
    }
    guard answer.reply?.code == 220 else {
      return hurried(evidence, "STARTTLS", behindTLS: false) ?? .fail("STARTTLS: \(answer.text)")
    }
    switch evidence.main.handshake {
    case .done(let facts):
      guard let again = evidence.main.outcome("EHLO", behindTLS: true), again.reply?.isPositive == true else {
        if let hurried = hurried(evidence, "EHLO", behindTLS: true) { return hurried }
        return .fail(
          "the handshake succeeds; EHLO behind it: \(evidence.main.outcome("EHLO", behindTLS: true)?.text ?? "")")
      }
      if evidence.afterTLS.contains(where: { $0.uppercased() == "STARTTLS" }) {
        return .warn("the handshake succeeds, and STARTTLS is offered again behind it")
      }
      return .pass("\(facts.version) in \(evidence.main.handshakeMilliseconds ?? 0) ms")
    case .timedOut:
      if let waited = evidence.main.handshakeMilliseconds, isHurried(waited, evidence) { return ranOut }
      return .fail("220 to STARTTLS, and no handshake in time")
    case .closed(let reason): return .fail("220 to STARTTLS, and the server hung up: \(reason)")
    case .failed(let reason):
      if case .done(let old) = evidence.transcript.oldVersions {
        return .fail(
          "220 to STARTTLS, and \(old.version) alone is spoken behind it, which programs of today refuse (P09)")
      }
      return .fail("220 to STARTTLS, and the handshake fails: \(reason)")
    case .untrusted: return .notRun("the certificate was refused, and there was no time for a second handshake")
    case nil: return .notRun("there was no handshake")
    }
  }

  /// That a slow server was not given the time for its answer: the probe had used it up before.
  private func hurried(_ evidence: ProbeEvidence, _ verb: String, behindTLS: Bool) -> Judgement? {
    let exchange = evidence.main.exchanges.first {
      $0.isBehindTLS == behindTLS && ($0.command?.hasPrefix(verb) ?? false)
    }
    guard let exchange, case .timedOut = exchange.outcome, isHurried(exchange.milliseconds, evidence) else {
      return nil
    }
    return ranOut
  }

  /// Whether less than half of the time for the whole target was left for one answer.
  private func isHurried(_ waited: Double, _ evidence: ProbeEvidence) -> Bool {
    let whole = evidence.options.timeout.components
    return waited < Double(whole.seconds) * 500 + Double(whole.attoseconds) / 2e15
  }

  private var ranOut: Judgement {
    .notRun("the server is slow, and the time ran out in the middle of it; give more with --timeout")
  }
}
