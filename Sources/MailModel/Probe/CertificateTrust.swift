/// Whether a chain of certificates can be trusted, apart from the name in it.
public enum CertificateTrust: String, Sendable, Codable, CaseIterable {
  /// It leads to a trusted root and is within its dates.
  case valid
  /// The certificate vouches for itself.
  case selfSigned
  /// The chain ends in a root that nobody trusts.
  case untrusted
  /// The server did not send the intermediate certificate.
  case incomplete
  /// The certificate, or one it stands on, is past its last day.
  case expired
  /// The certificate, or one it stands on, is before its first day.
  case notYetValid
}
