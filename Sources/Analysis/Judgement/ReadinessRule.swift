import MailModel

/// How far an identity has moved, from the times of its logins and refusals.
struct ReadinessRule: Sendable {
  /// Begin of the last session with a login on a legacy port.
  var lastLegacy: Timestamp?
  /// Begin of the last session with a login on a submission port.
  var lastSubmission: Timestamp?
  /// Begin of the last session with a login on an unknown port.
  var lastUnknown: Timestamp?
  /// Begin of the last session refused with `submissionRequired`.
  var lastRefused: Timestamp?
  /// The same of refusals under the sender's name from where it never logged in, beside logins: a device elsewhere, or a stranger.
  ///
  /// It says that something has not moved; it does not say that the logins on the old port have ended.
  var lastClaimed: Timestamp?

  /// The last refusal of either kind.
  var lastOfAll: Timestamp? {
    guard let lastRefused, let lastClaimed else { return lastRefused ?? lastClaimed }
    return max(lastRefused, lastClaimed)
  }

  var readiness: Readiness {
    let refusedAfterMove = lastOfAll.map { refused in lastSubmission.map { refused > $0 } ?? false } ?? false
    let refusedLast = lastRefused.map { refused in lastLegacy.map { $0 <= refused } ?? true } ?? false
    guard let lastUnknown else {
      switch (lastLegacy, lastSubmission) {
      case (nil, nil): return lastOfAll == nil ? .unknown : .blocked
      case (nil, _?): return refusedAfterMove ? .moving : .ready
      case (_?, nil): return refusedLast ? .blocked : .notReady
      case (_?, _?): return .moving
      }
    }
    // A login on an unknown port may have been either; only what holds both ways is said.
    switch (lastLegacy, lastSubmission) {
    case (_?, nil): return .notReady
    case (_?, _?): return .moving
    case (nil, _?): return refusedAfterMove && lastOfAll.map { $0 > lastUnknown } ?? false ? .moving : .unknown
    case (nil, nil): return .unknown
    }
  }
}
