/// What a finished handshake showed.
public struct ProbedTLS: Codable, Sendable, Equatable {
  /// For instance `TLSv1.3`.
  public var version: String?
  /// For instance `TLS_AES_256_GCM_SHA384`.
  public var cipher: String?
  /// The server's certificate; null when it could not be read.
  public var certificate: ProbedCertificate?

  /// Takes every part.
  public init(version: String?, cipher: String?, certificate: ProbedCertificate?) {
    self.version = version
    self.cipher = cipher
    self.certificate = certificate
  }

  /// Writes every name, also of what is null.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(version, forKey: .version)
    try container.encode(cipher, forKey: .cipher)
    try container.encode(certificate, forKey: .certificate)
  }
}
