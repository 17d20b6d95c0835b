public import MailModel

/// What the whole analysis is told beforehand.
public struct AnalysisContext: Sendable {
  /// How wall clock times become moments.
  public var zone: ZoneRules
  /// What is known of the server's ports.
  public var ports: PortContext
  /// Sessions that began before this moment are left out.
  public var since: Timestamp?
  /// Sessions that began at or after this moment are left out.
  public var until: Timestamp?
  /// Whether what is counted is kept apart by day, as a state needs it.
  public var keepsDays: Bool
  /// How many distinct things are kept apart.
  public var limits: TallyLimits
  /// Whether sessions of unknown port wait for connection records.
  public var joinsConnections: Bool
  /// Whether an address is one of those that may send by this server without a login, as the administrator says.
  public var isTrusted: (@Sendable (IPAddress) -> Bool)?
  /// Seed of the hash tables; changes nothing in the result.
  public var seed: UInt64

  /// Takes every part.
  public init(
    zone: ZoneRules, ports: PortContext = PortContext(), since: Timestamp? = nil, until: Timestamp? = nil,
    keepsDays: Bool = false, limits: TallyLimits = TallyLimits(), joinsConnections: Bool = false, seed: UInt64
  ) {
    self.zone = zone
    self.ports = ports
    self.since = since
    self.until = until
    self.keepsDays = keepsDays
    self.limits = limits
    self.joinsConnections = joinsConnections
    self.seed = seed
  }
}
