/// How far a server has come on its way from port 25 to submission.
public enum PreflightPhase: Int, Sendable, Codable, CaseIterable, Comparable {
  /// There is no port 587.
  case noSubmissionPort = 0
  /// 587 is bound and nobody has to use it.
  case bound = 1
  /// Users have moved; only the log can tell, so settings alone never show this phase.
  case usersMoved = 2
  /// Local senders on port 25 are refused, with exceptions.
  case enforced = 3
  /// There are no exceptions any more.
  case withoutExceptions = 4
  /// The submission port demands TLS.
  case tlsEnforced = 5

  /// By the order of the way.
  public static func < (left: PreflightPhase, right: PreflightPhase) -> Bool { left.rawValue < right.rawValue }
}
