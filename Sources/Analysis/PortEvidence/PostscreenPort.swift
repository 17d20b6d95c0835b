public import MailModel

/// Postscreen logged `CONNECT from [192.0.2.9]:40000 to [192.0.2.1]:25` and then handed that client to smtpd.
public enum PostscreenPort: PortEvidenceRule {
  /// `postscreen`.
  public static let evidence = PortEvidence.postscreen

  /// The port in postscreen's line.
  ///
  /// A labelled service is not behind postscreen.
  public static func port(_ facts: SessionPortFacts, _ context: PortContext) -> UInt16? {
    facts.gatePort == 0 || !ServiceLabelPort.isPlain(facts.label, context.policy) ? nil : facts.gatePort
  }

  /// A plain service behind postscreen, and a labelled one that happened at the same moment.
  public static var examples: [(facts: SessionPortFacts, context: PortContext, port: UInt16?)] {
    [
      (SessionPortFacts(gatePort: 25, label: "postfix"), PortContext(), 25),
      (SessionPortFacts(gatePort: 25, label: "postfix/submission"), PortContext(), nil),
      (SessionPortFacts(label: "postfix"), PortContext(), nil),
    ]
  }
}
