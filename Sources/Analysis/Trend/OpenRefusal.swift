import MailModel

/// Refusals of an identity whose class only all days together decide: which domains are local, which services are labelled.
struct OpenRefusal: Sendable, Equatable {
  var reply: JudgedReply
  var isLoggedIn: Bool
  /// The identity of the login in force, when readable.
  var login: String?
  /// The claim of the port, without what has nothing to do with it.
  var claim: PortClaim
  /// Whether it was said to a private or trusted address.
  var isInside = false
  /// Whether the sender has logged in, or relayed, from the same address.
  var isKnownThere = false

  /// Whether nothing but MAIL FROM says whose refusal it is.
  var isClaim: Bool { !isLoggedIn && !isInside && !isKnownThere }

  /// The class, once the rest is known.
  func refusalClass(
    sender: String, isLocal: Bool, isKnownThere: Bool, port: Int?, _ policy: PortPolicy
  ) -> RefusalClass {
    RefusalJudge(policy: policy).refusalClass(
      circumstances(sender: sender, isLocal: isLocal, isKnownThere: isKnownThere, port: port))
  }

  private func circumstances(
    sender: String, isLocal: Bool, isKnownThere: Bool, port: Int?
  ) -> RefusalCircumstances {
    RefusalCircumstances(
      code: reply.code, meaning: reply.meaning, isLoggedIn: isLoggedIn, answersAuth: false, login: login,
      sender: sender, senderIsLocal: isLocal, senderIsKnownThere: isKnownThere, port: port,
      isSignature: RefusalSignatures.isHeard(on: port, reply.signedPorts))
  }

  /// Whether it can turn out as `submissionRequired` by domains and labels alone.
  func mayMeanPort(_ policy: PortPolicy) -> Bool {
    [true, false].contains { isLocal in
      possiblePorts.contains {
        refusalClass(sender: login ?? "", isLocal: isLocal, isKnownThere: false, port: $0, policy)
          == .submissionRequired
      }
    }
  }

  /// Whether it turns out so when the sender has logged in from the same address, and only then.
  func isDecidedByPlace(_ policy: PortPolicy) -> Bool {
    possiblePorts.contains {
      RefusalJudge(policy: policy).isDecidedByPlace(
        circumstances(sender: "", isLocal: false, isKnownThere: false, port: $0))
    }
  }

  private var possiblePorts: [Int?] {
    let own: Int? = claim.port == 0 ? nil : Int(claim.port)
    return PortSettlement.isOpen(claim) ? [own, nil, 25] : [own]
  }
}
