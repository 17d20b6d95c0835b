public import MailModel

/// IceWarp with message submission on says `501 5.7.1 Permission denied` to a local sender without login who is not on the
/// submission port: so the session was on the other one.
///
/// It says the same on the submission port to whoever does not log in there, which programs seldom do: hence a low strength.
/// Whether the sender was local is seen to by who asks.
public enum SubmissionSwitchInference: PortInferenceRule {
  /// `submissionSwitch`.
  public static let rule = InferenceRule.submissionSwitch

  /// The only port that is not for submission.
  public static func port(_ hints: PortHints, _ server: ServerFacts) -> UInt16? {
    guard server.messageSubmission, hints.contains(.refusedWithoutLogin), !hints.contains(.login),
      server.policy.legacyPorts.count == 1
    else { return nil }
    return server.policy.legacyPorts.first.flatMap { UInt16(exactly: $0) }
  }

  /// The switch on and off; a login in the session; two ports that are not for submission.
  public static var examples: [(hints: PortHints, server: ServerFacts, port: UInt16?)] {
    [
      ([.commands, .refusedWithoutLogin], ServerFacts(messageSubmission: true), 25),
      ([.commands, .refusedWithoutLogin], ServerFacts(), nil),
      ([.commands, .login, .refusedWithoutLogin], ServerFacts(messageSubmission: true), nil),
      (
        [.commands, .refusedWithoutLogin],
        ServerFacts(messageSubmission: true, policy: PortPolicy(legacyPorts: [25, 366])), nil
      ),
    ]
  }
}
