public import MailModel

/// TLS without STARTTLS is TLS from the first byte; so is a login without STARTTLS where no port takes one in clear.
public enum TLSFromFirstByteInference: PortInferenceRule {
  /// `tlsFromFirstByte`.
  public static let rule = InferenceRule.tlsFromFirstByte

  /// The only port with TLS from the first byte.
  public static func port(_ hints: PortHints, _ server: ServerFacts) -> UInt16? {
    guard hints.contains(.commands), !hints.contains(.starttls) else { return nil }
    let ports = server.possible(hints)
    let possible = ports.filter { $0.implicitTLS }
    guard possible.count == 1 else { return nil }
    let cannotBeClear = hints.contains(.login) && !ports.contains { $0.authInClear }
    return hints.contains(.tls) || cannotBeClear ? possible.first?.port : nil
  }

  /// No login in clear anywhere; TLS shown; login in clear on 25; STARTTLS; nothing known of the server; 465 with an
  /// address of its own, which this session did not reach.
  public static var examples: [(hints: PortHints, server: ServerFacts, port: UInt16?)] {
    [
      ([.login, .commands], PortInferenceRules.strict, 465),
      ([.login, .commands, .tls], PortInferenceRules.usual, 465),
      ([.login, .commands], PortInferenceRules.usual, nil),
      ([.login, .commands, .tls, .starttls], PortInferenceRules.strict, nil),
      ([.login, .commands, .tls], ServerFacts(), nil),
      ([.login, .commands, .tls, .begin, .listener], PortInferenceRules.ownAddress, nil),
    ]
  }
}
