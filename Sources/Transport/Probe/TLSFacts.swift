/// What a finished handshake showed.
public struct TLSFacts: Sendable, Equatable {
  /// For instance `TLSv1.3`.
  public var version: String
  /// For instance `TLS_AES_256_GCM_SHA384`.
  public var cipher: String
  /// What OpenSSL says of the chain (`verify(1)`): 0 is trusted, 10 expired, 18 self-signed, 20 issuer unknown; nothing when it was not checked.
  public var verifyCode: Int?
  /// The certificates that the server sent, its own first, in PEM.
  public var chain: [String]

  /// Takes every part.
  public init(version: String, cipher: String, verifyCode: Int?, chain: [String]) {
    self.version = version
    self.cipher = cipher
    self.verifyCode = verifyCode
    self.chain = chain
  }
}
