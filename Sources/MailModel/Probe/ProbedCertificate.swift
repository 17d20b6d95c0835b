/// The certificate that a server showed.
public struct ProbedCertificate: Codable, Sendable, Equatable {
  /// For instance `CN=mail.example.com`.
  public var subject: String
  /// Who signed it.
  public var issuer: String
  /// The host names and addresses it is for (subjectAltName).
  public var names: [String]
  /// Its first moment.
  public var notBefore: Timestamp
  /// Its last moment.
  public var notAfter: Timestamp
  /// Whether it can be trusted, the name left aside.
  public var trust: CertificateTrust
  /// Whether it is for the host that was asked for.
  public var nameMatches: Bool

  /// Takes every part.
  public init(
    subject: String, issuer: String, names: [String], notBefore: Timestamp, notAfter: Timestamp,
    trust: CertificateTrust, nameMatches: Bool
  ) {
    self.subject = subject
    self.issuer = issuer
    self.names = names
    self.notBefore = notBefore
    self.notAfter = notAfter
    self.trust = trust
    self.nameMatches = nameMatches
  }
}
