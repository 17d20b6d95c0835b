/// What code and text of a refusal say by themselves; the session may still decide otherwise.
public enum TextualMeaning: Sendable, Equatable {
  /// TLS first.
  case tlsRequired
  /// AUTH first.
  case authRequired
  /// No AUTH on this port.
  case authNotOffered
  /// No relaying for this client.
  case relayDenied
  /// IceWarp's `501 5.7.1 Permission denied`, which has several causes.
  case permissionDenied
  /// MAIL FROM is not one of the login's own addresses.
  case notOwnedBySender
  /// Postfix's `Client host rejected: Access denied`: on a submission service it means that AUTH is missing.
  case clientHostRejected
  /// The port for submission is named: this one is not for it.
  case useSubmissionPort
  /// None of these.
  case other
}
