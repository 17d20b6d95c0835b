import MailModel

/// What port a claim stands for, once it is known which services the servers label.
///
/// A session alone does not tell it: plain `postfix/smtpd` is port 25 where the server labels its other services, and anvil's count of a client
/// means another connection of that client where the service it names has a label of its own. What held when the session came was judged by
/// `ServerHistories`.
struct PortSettlement: Sendable {
  private var labellingServers: Set<UInt32> = []
  /// Servers whose plain service connection records have shown on another port than 25.
  private var otherServers: Set<UInt32> = []

  /// Knows of no labels.
  init() {}

  /// Knows the labels of a tally.
  init(of tally: borrowing Tally) {
    for server in tally.labellingServers { note(labelling: server) }
    for claim in tally.claims { note(claim) }
  }

  /// Takes a server that labels services for submission.
  mutating func note(labelling server: UInt32) { labellingServers.insert(server) }

  /// Takes what a connection record shows of a server.
  mutating func note(_ claim: PortClaim) {
    guard claim.evidence == .connectionLog, claim.isPlainService, !claim.isBeforeReload, claim.port != 25 else {
      return
    }
    otherServers.insert(claim.server)
  }

  /// Whether a plain service may be another port than 25 although others have labels: a 465 added with a label beside an old 587.
  func servesOthers(_ claim: PortClaim) -> Bool { claim.servesOthers || otherServers.contains(claim.server) }

  /// Whether labels can change what a claim stands for.
  static func isOpen(_ claim: PortClaim) -> Bool {
    claim.isPlainService
      && (claim.port == 0 || claim.evidence == .anvil || claim.evidence == .services || claim.evidence == .calibrated)
  }

  /// The port, or nothing where it is unknown, and the evidence for it.
  func port(_ claim: PortClaim) -> (port: Int?, evidence: PortEvidence) {
    // Whether there were labels yet when it came is not known; a list of services and a calibration that have them may be of a later day.
    if claim.isBeforeReload, labellingServers.contains(claim.server),
      claim.port == 0 || claim.evidence == .services || claim.evidence == .calibrated
    {
      return (nil, .none)
    }
    if claim.port != 0, !claim.isAnothers { return (Int(claim.port), claim.evidence) }
    // What came to plain smtpd and not through postscreen came to another port.
    if claim.isPlainService, labellingServers.contains(claim.server), !servesOthers(claim) {
      return (25, .besideLabelled)
    }
    return (nil, .none)
  }

  /// The kind of a port for good.
  func role(_ kind: TrendPort, _ policy: PortPolicy) -> TrendPort {
    guard case .open(let claim) = kind else { return kind }
    guard let port = port(claim).port else { return .unknown }
    return policy.isSubmission(port) ? .submission : .legacy
  }
}
