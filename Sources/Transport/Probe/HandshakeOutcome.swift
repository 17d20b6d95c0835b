/// What came of a TLS handshake.
public enum HandshakeOutcome: Sendable, Equatable {
  /// It stands; whether the certificate is to be trusted is another question.
  case done(TLSFacts)
  /// Given up, as asked, because the chain cannot be trusted; what OpenSSL says of it (`verify(1)`).
  case untrusted(verifyCode: Int)
  /// The other side did not finish it before the deadline.
  case timedOut
  /// The other side ended the connection in the middle of it.
  case closed(String)
  /// The two could not agree, or the other side speaks no TLS; in the words of the TLS library.
  case failed(String)
}
