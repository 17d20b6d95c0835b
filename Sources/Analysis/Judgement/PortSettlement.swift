import MailModel

/// What port a claim stands for, once it is known which services the servers label.
///
/// A session alone does not tell it: plain `postfix/smtpd` is port 25 where the server labels its other services, and anvil's count of a client
/// means another connection of that client where the service it names has a label of its own.
struct PortSettlement: Sendable {
  /// A port that a server's label names.
  private struct LabelledPort: Hashable {
    var server: UInt32
    var port: UInt16
  }

  private var labellingServers: Set<UInt32> = []
  private var labelled: Set<LabelledPort> = []
  /// Servers whose port 25 is postscreen's, which logs every connection to it.
  private var gatedServers: Set<UInt32> = []
  /// Servers with a plain service that is seen on another port than 25, and what anvil says of such: whether that was the plain service is known
  /// when all labels are.
  private var otherServers: Set<UInt32> = []
  private var plainPorts: Set<LabelledPort> = []

  /// Knows of no labels.
  init() {}

  /// Knows the labels of a tally.
  init(of tally: borrowing Tally) {
    for server in tally.labellingServers { note(labelling: server) }
    // What no row shows is in no state either.
    for number in tally.claimsInUse { note(tally.claims[Int(number)]) }
  }

  /// Takes a server that labels services for submission.
  mutating func note(labelling server: UInt32) { labellingServers.insert(server) }

  /// Takes what a claim shows of its server: the label that it comes from, or postscreen.
  mutating func note(_ claim: PortClaim) {
    if claim.evidence == .postscreen, claim.isPlainService { gatedServers.insert(claim.server) }
    if claim.isPlainService, !claim.isBeforeReload, claim.port != 0, claim.port != 25,
      PortSettlement.showsPlainPort.contains(claim.evidence)
    {
      if claim.evidence == .anvil {
        plainPorts.insert(LabelledPort(server: claim.server, port: claim.port))
      } else {
        otherServers.insert(claim.server)
      }
    }
    if claim.evidence == .serviceLabel { labelled.insert(LabelledPort(server: claim.server, port: claim.port)) }
  }

  /// What shows the port of a plain service by itself.
  private static let showsPlainPort: [PortEvidence] = [.anvil, .implicitTLS, .connectionLog]

  /// Whether a server's plain service is seen on another port than 25 although it labels others: a 465 added with a label beside an old 587.
  func servesOthers(_ server: UInt32) -> Bool {
    otherServers.contains(server) || plainPorts.contains { $0.server == server && !labelled.contains($0) }
  }

  /// Whether labels can change what a claim stands for.
  static func isOpen(_ claim: PortClaim) -> Bool {
    claim.isPlainService
      && (claim.port == 0 || claim.evidence == .anvil || claim.evidence == .services || claim.evidence == .calibrated)
  }

  /// The port, or nothing where it is unknown, and the evidence for it.
  func port(_ claim: PortClaim) -> (port: Int?, evidence: PortEvidence) {
    // Before there were labels, the connection that anvil counted would have had no label either.
    let isAnothers =
      claim.evidence == .anvil && claim.isPlainService && !claim.isBeforeReload
      && labelled.contains(LabelledPort(server: claim.server, port: claim.port))
    // Whether there were labels yet when it came is not known; a list of services and a calibration that have them may be of a later day.
    if claim.isBeforeReload, labellingServers.contains(claim.server),
      claim.port == 0 || claim.evidence == .services || claim.evidence == .calibrated
    {
      return (nil, .none)
    }
    if claim.port != 0, !isAnothers { return (Int(claim.port), claim.evidence) }
    // What came to plain smtpd and not through postscreen came to another port.
    if claim.isPlainService, labellingServers.contains(claim.server), !gatedServers.contains(claim.server),
      !servesOthers(claim.server)
    {
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
