public import MailModel

/// Says whether a chain can be trusted, from what OpenSSL says of it and from the chain itself.
public struct TrustJudge: Sendable {
  /// The judgement.
  public let trust: CertificateTrust
  /// In words.
  public let detail: String

  /// Judges a chain, the server's own certificate first.
  ///
  /// OpenSSL stops at the first fault and looks for the issuer before it looks at the dates, so dates are judged here.
  public init?(chain: [CertificateFacts], verifyCode: Int, now: Timestamp) {
    guard let own = chain.first else { return nil }
    let sent = chain.count == 1 ? "one certificate was sent" : "\(chain.count) certificates were sent"
    if own.notAfter < now {
      (trust, detail) = (.expired, "\(own.subject) ended on \(own.notAfter)")
    } else if own.notBefore > now {
      (trust, detail) = (.notYetValid, "\(own.subject) begins on \(own.notBefore)")
    } else if verifyCode == 0 {
      (trust, detail) = (.valid, "\(sent), issued by \(own.issuer)")
    } else if verifyCode == 10 {
      (trust, detail) = (.expired, "a certificate of the chain is past its last day")
    } else if verifyCode == 9 {
      (trust, detail) = (.notYetValid, "a certificate of the chain is before its first day")
    } else if verifyCode == 18 || (own.isSelfIssued && [19, 20, 21].contains(verifyCode)) {
      (trust, detail) = (.selfSigned, "\(own.subject) vouches for itself")
    } else if [2, 20, 21].contains(verifyCode), let missing = TrustJudge.missing(chain) {
      (trust, detail) = (.incomplete, "\(sent), and the certificate of the issuer \(missing) is not among them")
    } else if [2, 19, 20, 21].contains(verifyCode) {
      (trust, detail) = (
        .untrusted, "\(sent), and the chain ends in \(chain[chain.count - 1].issuer), which is not trusted"
      )
    } else if let reason = TrustJudge.reasons[verifyCode] {
      (trust, detail) = (.untrusted, "\(sent), and \(reason)")
    } else {
      (trust, detail) = (.untrusted, "\(sent), and OpenSSL refuses the chain (verify code \(verifyCode))")
    }
  }

  /// What OpenSSL's codes mean whose cause is no unknown root (openssl-verify(1)).
  private static let reasons: [Int: String] = [
    7: "a signature of the chain is wrong",
    23: "a certificate of the chain was revoked",
    24: "a certificate of the chain is used as an authority, and is none",
    26:
      "the certificate is not for servers (extendedKeyUsage without serverAuth): have it issued as one for TLS servers",
    66: "its key is too weak: renew it with RSA of 2048 bits or more, or P-256",
    67: "the key of an authority of the chain is too weak: let another one issue it",
    68: "a signature of the chain is too weak (SHA-1 or MD5): have it issued anew with SHA-256",
  ]

  /// The issuer whose certificate the server should have sent.
  ///
  /// A server need not send the root. So with one certificate alone the issuer is a missing intermediate, unless it looks like a
  /// root that signs servers itself: authorities say where the issuer's certificate is found, private roots do not and often
  /// carry the word in their name.
  private static func missing(_ chain: [CertificateFacts]) -> String? {
    let own = chain[0]
    guard chain.count == 1 else {
      return chain.dropFirst().contains { $0.subject == own.issuer } ? nil : own.issuer
    }
    if own.namesIssuerAddress { return own.issuer }
    return own.issuer.lowercased().contains("root") ? nil : own.issuer
  }
}
