public import MailModel

/// The administrator said which local address serves which port (`--port-of-address 192.0.2.2=587`), and the log shows the
/// local address: `Connected, local IP=192.0.2.2`.
public enum ListenerAddressPort: PortEvidenceRule {
  /// `listenerAddress`.
  public static let evidence = PortEvidence.listenerAddress

  /// The port given for the address that the client reached.
  public static func port(_ facts: SessionPortFacts, _ context: PortContext) -> UInt16? {
    facts.listener.flatMap { context.portOfAddress[$0] }
  }

  /// The address named, another address, and a log without any.
  public static var examples: [(facts: SessionPortFacts, context: PortContext, port: UInt16?)] {
    let context = PortContext(portOfAddress: IPAddress("192.0.2.2").map { [$0: 587] } ?? [:])
    return [
      (SessionPortFacts(listener: IPAddress("192.0.2.2")), context, 587),
      (SessionPortFacts(listener: IPAddress("192.0.2.1")), context, nil),
      (SessionPortFacts(), context, nil),
    ]
  }
}
