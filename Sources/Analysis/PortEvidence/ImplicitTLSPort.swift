public import MailModel

/// TLS without STARTTLS among the commands: `disconnect from … ehlo=1 auth=1 mail=1 …` after a line of TLS.
public enum ImplicitTLSPort: PortEvidenceRule {
  /// `implicitTLS`.
  public static let evidence = PortEvidence.implicitTLS

  /// The submissions port (RFC 8314 section 7.3), when there is just one.
  public static func port(_ facts: SessionPortFacts, _ context: PortContext) -> UInt16? {
    guard facts.usesTLS, !facts.usedStarttls, facts.hasCounters, context.policy.submissionsPorts.count == 1 else {
      return nil
    }
    return context.policy.submissionsPorts.first.flatMap { UInt16(exactly: $0) }
  }

  /// TLS from the first byte, TLS by STARTTLS, and a log whose commands are not known.
  public static var examples: [(facts: SessionPortFacts, context: PortContext, port: UInt16?)] {
    [
      (SessionPortFacts(label: "postfix", usesTLS: true, hasCounters: true), PortContext(), 465),
      (SessionPortFacts(label: "postfix", usesTLS: true, usedStarttls: true, hasCounters: true), PortContext(), nil),
      (SessionPortFacts(label: "postfix", usesTLS: true), PortContext(), nil),
      (SessionPortFacts(label: "postfix", hasCounters: true), PortContext(), nil),
    ]
  }
}
