public import MailModel

/// A login behind STARTTLS was on a port that offers both; where that is one port, it was there.
public enum StarttlsLoginInference: PortInferenceRule {
  /// `starttlsLogin`.
  public static let rule = InferenceRule.starttlsLogin

  /// The only port with AUTH behind STARTTLS.
  public static func port(_ hints: PortHints, _ server: ServerFacts) -> UInt16? {
    guard hints.isSuperset(of: [.login, .starttls]) else { return nil }
    let possible = server.possible(hints).filter { $0.authBehindStarttls }
    return possible.count == 1 ? possible.first?.port : nil
  }

  /// No login on 25; login on both; login on both, of which the log would have told one; nothing known of the server; no
  /// login in the session.
  public static var examples: [(hints: PortHints, server: ServerFacts, port: UInt16?)] {
    [
      ([.login, .starttls, .tls, .commands], PortInferenceRules.strict, 587),
      ([.login, .starttls, .tls, .commands], PortInferenceRules.usual, nil),
      ([.login, .starttls, .tls, .commands, .begin], PortInferenceRules.labelled, 25),
      ([.login, .starttls, .tls, .commands], PortInferenceRules.labelled, nil),
      ([.login, .starttls, .tls, .commands], ServerFacts(), nil),
      ([.starttls, .tls, .commands], PortInferenceRules.strict, nil),
    ]
  }
}
