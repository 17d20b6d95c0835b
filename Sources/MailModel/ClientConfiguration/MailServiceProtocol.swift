/// What a published service is for.
///
/// Raw values are those of `port587 client-config --json`.
public enum MailServiceProtocol: String, Codable, Sendable, CaseIterable, Hashable {
  /// Sending.
  case smtp
  /// Reading.
  case imap
  /// Reading.
  case pop3
}
