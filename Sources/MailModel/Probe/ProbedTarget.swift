/// One port at one address of a host, and what was found there.
public struct ProbedTarget: Codable, Sendable, Equatable {
  /// The host as it was asked for.
  public var host: String
  /// The address; null when the name led to none.
  public var address: String?
  /// The port.
  public var port: Int
  /// How TLS begins there.
  public var mode: ProbeMode
  /// How far the connection came.
  public var reachability: Reachability
  /// How long TCP took; null when it never stood.
  public var connectMilliseconds: Double?
  /// The greeting, its lines joined by a space; null when none came.
  public var greeting: String?
  /// What is offered.
  public var capabilities: ProbedCapabilities
  /// The handshake; null when there was none.
  public var tls: ProbedTLS?
  /// Every check that bears on this port.
  public var checks: [ProbeCheck]
  /// What the port says to a local sender, when that was asked for.
  public var signature: PortSignature?

  /// Takes every part.
  public init(
    host: String, address: String?, port: Int, mode: ProbeMode, reachability: Reachability,
    connectMilliseconds: Double?, greeting: String?, capabilities: ProbedCapabilities, tls: ProbedTLS?,
    checks: [ProbeCheck], signature: PortSignature? = nil
  ) {
    self.host = host
    self.address = address
    self.port = port
    self.mode = mode
    self.reachability = reachability
    self.connectMilliseconds = connectMilliseconds
    self.greeting = greeting
    self.capabilities = capabilities
    self.tls = tls
    self.checks = checks
    self.signature = signature
  }

  /// Writes every name, also of what is null; only the signature is left out where nobody asked for it.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(host, forKey: .host)
    try container.encode(address, forKey: .address)
    try container.encode(port, forKey: .port)
    try container.encode(mode, forKey: .mode)
    try container.encode(reachability, forKey: .reachability)
    try container.encode(connectMilliseconds, forKey: .connectMilliseconds)
    try container.encode(greeting, forKey: .greeting)
    try container.encode(capabilities, forKey: .capabilities)
    try container.encode(tls, forKey: .tls)
    try container.encode(checks, forKey: .checks)
    try container.encodeIfPresent(signature, forKey: .signature)
  }
}
