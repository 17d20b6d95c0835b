import MailModel

/// The circumstances of a refusal.
struct RefusalCircumstances: Sendable {
  var code: UInt16
  var meaning: TextualMeaning
  var isLoggedIn: Bool
  var answersAuth: Bool
  /// Identity of the login in force, when readable.
  var login: String?
  /// Identity of MAIL FROM.
  var sender: String?
  var senderIsLocal: Bool
  /// Whether the identity of MAIL FROM has logged in from the client's address.
  var senderIsKnownThere: Bool
  /// The port, when known.
  var port: Int?
  /// Whether a probe heard this very text on this port, said to a local sender who should have used another.
  var isSignature: Bool
}

/// Decides the class of a refusal by its session.
struct RefusalJudge: Sendable {
  let policy: PortPolicy

  func refusalClass(_ refusal: RefusalCircumstances) -> RefusalClass {
    let onSubmissionPort = refusal.port.map { policy.isSubmission($0) } ?? false
    if refusal.answersAuth {
      switch refusal.code {
      case 530, 538, 523, 524: return .tlsRequired
      // "503 5.5.1 Already authenticated": who is logged in was offered AUTH.
      case 503 where refusal.isLoggedIn: return .other
      case 500, 502, 503, 504: return .authNotOffered
      default: return .other
      }
    }
    if refusal.isSignature, !onSubmissionPort, isOfOwnSender(refusal) { return .submissionRequired }
    // On port 25 these are said to every stranger who tries, with whatever sender he claims; to somebody who has logged in from there before,
    // they say that this port is not for submission any more.
    let isKeptOut = !refusal.isLoggedIn && !onSubmissionPort && refusal.senderIsKnownThere
    switch refusal.meaning {
    case .tlsRequired: return .tlsRequired
    case .authRequired: return isKeptOut ? .submissionRequired : .authRequired
    case .authNotOffered: return .authNotOffered
    case .relayDenied:
      return isKeptOut || onSubmissionPort && !refusal.isLoggedIn ? .submissionRequired : .relayDenied
    case .notOwnedBySender:
      if refusal.isLoggedIn { return .senderMismatch }
      return isKeptOut || onSubmissionPort ? .submissionRequired : .authRequired
    case .clientHostRejected: return onSubmissionPort && !refusal.isLoggedIn ? .submissionRequired : .other
    case .permissionDenied:
      guard refusal.isLoggedIn else {
        return onSubmissionPort || refusal.senderIsLocal ? .submissionRequired : .other
      }
      guard let login = refusal.login, let sender = refusal.sender else {
        // Without the login's name only the submission port leaves one reason: there AUTH itself was enough.
        return onSubmissionPort && refusal.sender != nil ? .senderMismatch : .other
      }
      if !IdentityResolver.owns(login, sender) { return .senderMismatch }
      return onSubmissionPort ? .other : .submissionRequired
    case .useSubmissionPort:
      return onSubmissionPort || !isOfOwnSender(refusal) ? .other : .submissionRequired
    case .other: return .other
    }
  }

  /// Whether it means another port when the sender has logged in from the same address, and only then.
  func isDecidedByPlace(_ refusal: RefusalCircumstances) -> Bool {
    var (known, stranger) = (refusal, refusal)
    (known.senderIsKnownThere, stranger.senderIsKnownThere) = (true, false)
    return refusalClass(known) == .submissionRequired && refusalClass(stranger) != .submissionRequired
  }

  /// Whether the session shows a user of this server: a login with an address of its own, or a local sender without login.
  private func isOfOwnSender(_ refusal: RefusalCircumstances) -> Bool {
    if refusal.isLoggedIn, let login = refusal.login, let sender = refusal.sender {
      return IdentityResolver.owns(login, sender)
    }
    return refusal.senderIsLocal
  }
}
