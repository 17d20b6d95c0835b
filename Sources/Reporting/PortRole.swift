import MailModel

/// What a port of the report means for the move.
enum PortRole: String, CaseIterable, Sendable {
  /// To be closed for submission.
  case legacy
  /// Submission with STARTTLS, 587.
  case submission
  /// Submission with TLS from the first byte, 465.
  case submissions
  /// Not known.
  case unknown

  /// Judges a key of the model: a port number or `unknown`.
  init(key: String, policy: PortPolicy) {
    guard let port = Int(key) else {
      self = .unknown
      return
    }
    if policy.submissionPorts.contains(port) {
      self = .submission
    } else if policy.submissionsPorts.contains(port) {
      self = .submissions
    } else {
      self = .legacy
    }
  }
}
