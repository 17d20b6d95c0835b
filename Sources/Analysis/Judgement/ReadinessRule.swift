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

  /// Whether the last use of ports to be closed, and of unknown ones, was refused, and surely so.
  ///
  /// Nothing was taken there since: closing these ports takes nothing away, whatever the unknown ones were, and whoever has moved besides is
  /// no worse off than whoever is `blocked`.
  var isRefusedLast: Bool {
    guard let lastRefused else { return false }
    if let lastLegacy, lastLegacy > lastRefused { return false }
    if let lastUnknown, lastUnknown > lastRefused { return false }
    return true
  }

  /// Takes the logins on unknown ports for what they were when no message was taken in them and each was told off: logins on a port to be closed.
  ///
  /// `501 5.7.1 <ana@example.com>... Permission denied` to the login's own address is not said on a port for submission.
  ///
  /// - Parameters:
  ///   - sessions: sessions with a login on unknown ports.
  ///   - messages: messages taken in them.
  ///   - toldOff: refusals with `submissionRequired` in them.
  ///   - lastToldOff: begin of the last session with such a refusal.
  mutating func settleUnknown(sessions: Int, messages: Int, toldOff: Int, lastToldOff: Timestamp?) {
    guard let unknown = lastUnknown, let lastToldOff, lastToldOff >= unknown, messages == 0, toldOff >= sessions else {
      return
    }
    lastLegacy = max(lastLegacy ?? unknown, unknown)
    lastUnknown = nil
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
