import MailModel

/// Whether a line lets pass what was seen.
enum BypassDecision: Sendable, Equatable {
  case yes, no
  /// The logs do not tell.
  case undecided

  /// One of two lines is enough.
  static func either(_ a: BypassDecision, _ b: BypassDecision) -> BypassDecision {
    if a == .yes || b == .yes { return .yes }
    return a == .undecided || b == .undecided ? .undecided : .no
  }
}

extension BypassLine {
  /// How much of this line's effect logs can tell, and why no more.
  func simulation(_ world: BypassWorld) -> (BypassSimulation, String?) {
    guard isValid else { return (.impossible, "A line that the grammar does not have is not simulated.") }
    switch kind {
    case .address, .include: return (.complete, nil)
    case .any:
      if case .addresses = item { return (.complete, nil) }
      return (
        .partial,
        "Recipients are not kept, nor MAIL FROM of logins: only refusals and relays are compared with it for certain."
      )
    case .sender:
      return (.partial, "MAIL FROM of logins is not kept: logins under a name that fits are counted as undecided.")
    case .localSenders:
      return (.partial, "MAIL FROM of logins is not kept: they are counted as undecided.")
    case .trustedSession:
      return world.trusted == nil
        ? (
          .partial, "Which addresses are trusted is not known without --trusted; sessions without login are undecided."
        )
        : (.complete, nil)
    case .recipient: return (.impossible, "Recipients are not kept, so the logs cannot tell what this line would free.")
    case .hostname:
      return (.impossible, "Which address the name has, and had, is not in the logs; it was not looked up.")
    case .dnswl: return (.impossible, "What the list says, and said, of an address is not in the logs.")
    case .unknown: return (.impossible, "A line that the grammar does not have is not simulated.")
    }
  }

  /// Whether this line, without what it includes, lets it pass.
  func decides(_ sighting: BypassSighting, _ world: BypassWorld) -> BypassDecision {
    guard isValid else { return .no }
    switch kind {
    case .address: return decides(address: sighting.address)
    case .any:
      if case .addresses = item { return decides(address: sighting.address) }
      return decides(sender: sighting)
    case .sender: return decides(sender: sighting)
    case .localSenders:
      guard let isLocal = sighting.senderIsLocal else { return .undecided }
      return isLocal ? .yes : .no
    case .trustedSession:
      if sighting.isLoggedIn { return .yes }
      guard let trusted = world.trusted, let address = sighting.address else { return .undecided }
      return trusted.contains(address) ? .yes : .no
    case .recipient, .hostname, .dnswl, .include, .unknown: return .no
    }
  }

  private func decides(address: IPAddress?) -> BypassDecision {
    guard let address else { return .undecided }
    return matches(address) == true ? .yes : .no
  }

  private func decides(sender sighting: BypassSighting) -> BypassDecision {
    if let sender = sighting.sender { return matches(sender: sender) == true ? .yes : .no }
    guard let login = sighting.login else { return sighting.isLoggedIn ? .undecided : .no }
    return matches(sender: login) == true ? .undecided : .no
  }
}
