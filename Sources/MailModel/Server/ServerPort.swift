/// A probed port at one address, as the report shows it.
public struct ServerPort: Codable, Sendable, Equatable {
  /// The host as it was asked for.
  public var host: String
  /// The address; nothing when the name led to none.
  public var address: String?
  /// The port.
  public var port: Int
  /// How TLS begins there.
  public var mode: ProbeMode
  /// How far the connection came.
  public var reachability: Reachability
  /// For instance `TLSv1.3`.
  public var tlsVersion: String?
  /// Whether the certificate can be trusted, its name left aside.
  public var trust: CertificateTrust?
  /// Whether the certificate is for the host.
  public var nameMatches: Bool?
  /// The last moment of the certificate.
  public var certificateUntil: Timestamp?
  /// How many checks passed.
  public var passed: Int
  /// What failed, warned or was put off by the server.
  public var findings: [ServerFinding]

  /// Takes every part.
  public init(
    host: String, address: String?, port: Int, mode: ProbeMode, reachability: Reachability, tlsVersion: String? = nil,
    trust: CertificateTrust? = nil, nameMatches: Bool? = nil, certificateUntil: Timestamp? = nil, passed: Int = 0,
    findings: [ServerFinding] = []
  ) {
    self.host = host
    self.address = address
    self.port = port
    self.mode = mode
    self.reachability = reachability
    self.tlsVersion = tlsVersion
    self.trust = trust
    self.nameMatches = nameMatches
    self.certificateUntil = certificateUntil
    self.passed = passed
    self.findings = findings
  }

  /// Takes out of a probed target what the report shows.
  public init(_ target: ProbedTarget) {
    let certificate = target.tls?.certificate
    self.init(
      host: target.host, address: target.address, port: target.port, mode: target.mode,
      reachability: target.reachability, tlsVersion: target.tls?.version, trust: certificate?.trust,
      nameMatches: certificate?.nameMatches, certificateUntil: certificate?.notAfter,
      passed: target.checks.count { $0.verdict == .pass },
      findings: target.checks.filter { $0.verdict != .pass && $0.verdict != .notRun }.map { ServerFinding($0) })
  }
}
