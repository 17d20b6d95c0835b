/// How TLS begins at a published service.
///
/// Raw values are those of `port587 client-config --json`.
public enum MailServiceSecurity: String, Codable, Sendable, CaseIterable, Hashable {
  /// TLS from the first byte.
  case tls
  /// STARTTLS.
  case starttls
  /// None.
  case plain
  /// The publication leaves it to the program.
  case unsaid
}
