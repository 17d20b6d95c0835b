import MailModel

/// In which of the verdict's figures a user is: everybody is in one of them.
///
/// With a trend that answers they are those of its recent days, so that headline, sentences, figures and trend speak of the same days.
enum UserStanding: String, CaseIterable {
  /// Submits on a port to be closed.
  case onLegacy
  /// Was refused, and nothing went through since.
  case blocked
  /// Has moved, and the last try on another port was refused.
  case thrownBack
  /// Logs in on a port that nothing tells.
  case onUnknown
  /// Was seen relaying without a login, and not otherwise.
  case relaying
  /// Was not seen on the recent days, and was not refused at last.
  case unseen
  /// Uses submission ports alone.
  case ready

  /// The words under its number.
  var tile: Phrase {
    switch self {
    case .onLegacy: .tileLegacy
    case .blocked: .tileBlocked
    case .thrownBack: .tileThrownBack
    case .onUnknown: .tileUnknown
    case .relaying: .tileRelaying
    case .unseen: .tileUnseen
    case .ready: .tileReady
    }
  }

  /// By the report alone.
  init(_ user: UserReport, _ policy: PortPolicy) {
    let roles = Set(user.ports.filter { $0.value.sessions > 0 }.map { PortRole(key: $0.key, policy: policy) })
    let usesSubmission = roles.contains(.submission) || roles.contains(.submissions)
    // Whichever ports the unknown ones were: what was used last was refused.
    if user.isRefusedLast == true, user.readiness != .ready {
      self = usesSubmission ? .thrownBack : .blocked
      return
    }
    if user.readiness != .blocked, roles.contains(.legacy) {
      self = .onLegacy
      return
    }
    switch user.readiness {
    case .ready: self = .ready
    case .blocked: self = .blocked
    case .moving: self = .thrownBack
    case .notReady: self = .onLegacy
    case .unknown: self = user.ports.isEmpty ? .relaying : .onUnknown
    }
  }

  /// By the recent days of a trend.
  init(_ user: TrendUser, since recent: CivilDate) {
    switch user.breaks {
    case .now: self = .onLegacy
    case .already:
      let submission = user.lastSubmission.map { user.recent == nil || $0 >= recent } ?? false
      self = submission ? .thrownBack : .blocked
    case .perhaps where user.recent != nil: self = .onUnknown
    case .perhaps, .onReturn, nil: self = user.recent == nil ? .unseen : .ready
    }
  }
}
