/// A probe's result as the report shows it: the ports, and what failed or is to be looked at.
public struct ServerProbe: Codable, Sendable, Equatable {
  /// When it was made; where the ports were asked at different times, the first of them.
  public var probedAt: Timestamp
  /// Whether no blocker failed and a port with STARTTLS could be judged.
  public var ready: Bool
  /// Failed checks of severity blocker, as `P06@mail.example.com:587`, each once.
  public var blockers: [String]
  /// The ports at each address.
  public var ports: [ServerPort]

  /// Takes every part.
  public init(probedAt: Timestamp, ready: Bool, blockers: [String], ports: [ServerPort]) {
    self.probedAt = probedAt
    self.ready = ready
    self.blockers = blockers
    self.ports = ports
  }

  /// Takes out of a probe's result what the report shows.
  public init(_ result: ProbeResult) {
    self.init(
      probedAt: result.generatedAt, ready: result.ready, blockers: result.blockers,
      ports: result.targets.map { ServerPort($0) })
  }
}
