public import MailModel

/// A calibration (`port587 probe --calibrate`) has seen which local address or which label stands for which port.
public enum CalibratedPort: PortEvidenceRule {
  /// `calibrated`.
  public static let evidence = PortEvidence.calibrated

  /// The port whose connections had this sign, and no other port's.
  public static func port(_ facts: SessionPortFacts, _ context: PortContext) -> UInt16? {
    if let listener = facts.listener, let port = context.calibratedAddresses[listener] { return port }
    return facts.label.flatMap { context.calibratedLabels[$0] }
  }

  /// Signs that a calibration has seen, and others.
  public static var examples: [(facts: SessionPortFacts, context: PortContext, port: UInt16?)] {
    var context = PortContext()
    if let address = IPAddress("192.0.2.2") { context.calibratedAddresses[address] = 587 }
    context.calibratedLabels["mailout"] = 465
    return [
      (SessionPortFacts(listener: IPAddress("192.0.2.2")), context, 587),
      (SessionPortFacts(label: "mailout"), context, 465),
      (SessionPortFacts(label: "postfix", listener: IPAddress("192.0.2.1")), context, nil),
      (SessionPortFacts(label: "mailout"), PortContext(), nil),
    ]
  }
}
