public import MailModel

/// The output of `postconf -M` leaves one port for the session's label, its TLS and its login (`--postfix-services`).
public enum ServicesPort: PortEvidenceRule {
  /// `services`.
  public static let evidence = PortEvidence.services

  /// The port on which all services agree that could have logged this session.
  public static func port(_ facts: SessionPortFacts, _ context: PortContext) -> UInt16? {
    guard let label = facts.label, !context.services.isEmpty else { return nil }
    var candidates = context.services.filter { $0.syslogName == label }
    if facts.isFromOutside { candidates.removeAll { isInside($0) } }
    if facts.sawLogin { candidates.removeAll { $0.allowsAuth == false } }
    // STARTTLS cannot happen inside TLS; TLS without STARTTLS is TLS from the first byte, when the log would show both.
    if facts.usedStarttls { candidates.removeAll { $0.implicitTLS == true } }
    if facts.usesTLS && !facts.usedStarttls && facts.hasCounters { candidates.removeAll { $0.implicitTLS != true } }
    guard let first = candidates.first,
      candidates.allSatisfy({ $0.port == first.port && !$0.hidesPort(context.policy) })
    else { return nil }
    return UInt16(exactly: first.port)
  }

  /// Whether a service is reached over loopback alone (`127.0.0.1:10025 inet`), the way back from a content filter.
  ///
  /// Behind a proxy that tells the client's address, loopback says nothing of the client.
  private static func isInside(_ service: ListenerService) -> Bool {
    !service.isBehindProxy && ListenerService.isOnLoopback(service.name)
  }

  /// A server with AUTH on two unlabelled ports and none on 25.
  public static var examples: [(facts: SessionPortFacts, context: PortContext, port: UInt16?)] {
    let context = PortContext(services: [
      ListenerService(port: 25, syslogName: "postfix", implicitTLS: false, allowsAuth: false, name: "smtp"),
      ListenerService(port: 587, syslogName: "postfix", implicitTLS: false, allowsAuth: true, name: "submission"),
      ListenerService(port: 465, syslogName: "postfix", implicitTLS: true, allowsAuth: true, name: "smtps"),
    ])
    func proxied(_ port: Int) -> PortContext {
      PortContext(services: [
        ListenerService(
          port: port, syslogName: "postfix", implicitTLS: nil, allowsAuth: true, name: "127.0.0.1:\(port)",
          options: ["smtpd_upstream_proxy_protocol": "haproxy"])
      ])
    }
    let filtering = PortContext(services: [
      ListenerService(port: 587, syslogName: "postfix", implicitTLS: false, allowsAuth: true, name: "submission"),
      ListenerService(port: 10025, syslogName: "postfix", implicitTLS: nil, allowsAuth: nil, name: "127.0.0.1:10025"),
    ])
    return [
      (SessionPortFacts(label: "postfix", sawLogin: true, isFromOutside: true), filtering, 587),
      (SessionPortFacts(label: "postfix", sawLogin: true), filtering, nil),
      (
        SessionPortFacts(label: "postfix", usesTLS: true, usedStarttls: true, hasCounters: true, sawLogin: true),
        context, 587
      ),
      (SessionPortFacts(label: "postfix", usesTLS: true, hasCounters: true, sawLogin: true), context, 465),
      (SessionPortFacts(label: "postfix", hasCounters: true, sawLogin: true), context, nil),
      (SessionPortFacts(label: "postfix/other"), context, nil),
      // What a proxy took on which port its address behind the proxy does not tell.
      (SessionPortFacts(label: "postfix", sawLogin: true, isFromOutside: true), proxied(10587), nil),
      (SessionPortFacts(label: "postfix", sawLogin: true, isFromOutside: true), proxied(587), 587),
      (SessionPortFacts(label: "postfix", sawLogin: true), PortContext(), nil),
    ]
  }
}
