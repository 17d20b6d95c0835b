/// The two ways in which mail is submitted under encryption.
public enum SubmissionKind: String, Sendable, Hashable, CaseIterable {
  /// STARTTLS, port 587.
  case starttls = "STARTTLS"
  /// TLS from the first byte, port 465.
  case implicit = "SSL/TLS"
}
