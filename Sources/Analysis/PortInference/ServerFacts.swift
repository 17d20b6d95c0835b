public import MailModel

/// What holds for the whole server, for the rules that conclude ports.
public struct ServerFacts: Sendable, Equatable {
  /// What its ports take.
  ///
  /// Empty when nothing was asked; then rules that compare ports say nothing.
  public var offers: [PortOffer]
  /// IceWarp's message submission is on (`C_Mail_SMTP_Delivery_MessageSubmission`).
  public var messageSubmission: Bool
  /// The log shows TLS where there is any.
  public var showsTLS: Bool
  /// Which ports are which.
  public var policy: PortPolicy
  /// Ports that the log tells of every session it has from the begin, by its own words or by the sign of a calibration.
  ///
  /// A session of unknown port was on none of them.
  public var toldPorts: Set<UInt16>
  /// Ports that the server's own address tells, where the log names that address.
  public var toldByAddress: Set<UInt16>
  /// From what all this is known.
  public var sources: [InferenceFact]

  /// Takes every part.
  public init(
    offers: [PortOffer] = [], messageSubmission: Bool = false, showsTLS: Bool = false,
    policy: PortPolicy = PortPolicy(), toldPorts: Set<UInt16> = [], toldByAddress: Set<UInt16> = [],
    sources: [InferenceFact] = []
  ) {
    self.toldPorts = toldPorts
    self.toldByAddress = toldByAddress
    self.sources = sources
    self.offers = offers
    self.messageSubmission = messageSubmission
    self.showsTLS = showsTLS
    self.policy = policy
  }

  /// The ports on which a session of unknown port can have been.
  func possible(_ hints: PortHints) -> [PortOffer] { offers.filter { isPossible($0.port, hints) } }

  /// Whether a session of unknown port can have been on a port.
  func isPossible(_ port: UInt16, _ hints: PortHints) -> Bool {
    guard hints.contains(.begin) else { return true }
    return !toldPorts.contains(port) && !(hints.contains(.listener) && toldByAddress.contains(port))
  }
}
