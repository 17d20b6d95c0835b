public import MailModel

/// IceWarp with message submission on says `501 5.7.1 Permission denied` to a local sender without login who is not on the
/// submission port: so the session was on the other one.
///
/// It says the same on the submission port to whoever does not log in there, which programs seldom do: hence a low strength.
/// Whether the sender was local is seen to by who asks.
public enum SubmissionSwitchInference: PortInferenceRule {
  /// `submissionSwitch`.
  public static let rule = InferenceRule.submissionSwitch

  /// The only port that is not for submission: by the server's settings where they are known, else by the policy.
  public static func port(_ hints: PortHints, _ server: ServerFacts) -> UInt16? {
    guard server.messageSubmission, hints.contains(.refusedWithoutLogin), !hints.contains(.login) else { return nil }
    let known = server.offers.filter { $0.isSubmission == false }.map(\.port)
    let ports = known.isEmpty ? server.policy.legacyPorts.compactMap { UInt16(exactly: $0) } : known
    let possible = ports.filter { server.isPossible($0, hints) }
    return possible.count == 1 ? possible.first : nil
  }

  /// The switch on and off; a login in the session; two ports that are not for submission, by policy and by the settings:
  /// a further binding on 587 while the second port is 366; a log that would have told 25.
  public static var examples: [(hints: PortHints, server: ServerFacts, port: UInt16?)] {
    let second = PortOffer(port: 366, authInClear: true, isSubmission: true)
    let settings = ServerFacts(
      offers: [PortOffer(port: 25, authInClear: true, isSubmission: false), second], messageSubmission: true)
    var bound = settings
    bound.offers.append(PortOffer(port: 587, authInClear: true, isSubmission: false))
    var told = settings
    told.toldPorts = [25]
    return [
      ([.commands, .refusedWithoutLogin], settings, 25),
      ([.commands, .refusedWithoutLogin], bound, nil),
      ([.commands, .refusedWithoutLogin, .begin], told, nil),
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
