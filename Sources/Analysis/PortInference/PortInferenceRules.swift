import MailModel

/// The registry of the rules that conclude ports: one line for each.
public enum PortInferenceRules {
  /// Every rule, in the order in which they are asked; no two of them speak of the same session.
  public static let all: [any PortInferenceRule.Type] = [
    StarttlsLoginInference.self,
    ClearLoginInference.self,
    TLSFromFirstByteInference.self,
    SubmissionSwitchInference.self,
  ]

  /// What is concluded of a session.
  static func conclusion(_ hints: PortHints, _ server: ServerFacts) -> (rule: InferenceRule, port: UInt16)? {
    for rule in all {
      if let port = rule.port(hints, server) { return (rule.rule, port) }
    }
    return nil
  }

  /// A server with login on 25 in clear, and on 587 and 465 behind TLS only.
  static let usual = ServerFacts(offers: [
    PortOffer(port: 25, authBehindStarttls: true, authInClear: true),
    PortOffer(port: 587, authBehindStarttls: true),
    PortOffer(port: 465, implicitTLS: true),
  ])

  /// The same, with a log that tells 587 by a label.
  static var labelled: ServerFacts {
    var facts = usual
    facts.toldPorts = [587]
    return facts
  }

  /// The same, with 465 on an address of its own.
  static var ownAddress: ServerFacts {
    var facts = usual
    facts.toldByAddress = [465]
    return facts
  }

  /// A server without login on 25.
  static let strict = ServerFacts(offers: [
    PortOffer(port: 25), PortOffer(port: 587, authBehindStarttls: true), PortOffer(port: 465, implicitTLS: true),
  ])
}
