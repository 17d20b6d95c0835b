/// Why the server refused, judged by the session and never by the text alone.
///
/// Raw values are those of `report.json`.
public enum RefusalClass: String, Codable, Sendable, CaseIterable, Hashable {
  /// This port is not for submission, or no AUTH on a submission port.
  case submissionRequired
  /// Logged in, and MAIL FROM is another's address.
  case senderMismatch
  /// The server wants AUTH first (530 5.7.0 and its kin, RFC 4954 section 6).
  case authRequired
  /// The server wants TLS first (530 5.7.0 Must issue a STARTTLS command first, RFC 3207 section 4).
  case tlsRequired
  /// AUTH is not offered on this port (502, 503, 504).
  case authNotOffered
  /// Relaying denied to a client that is not logged in.
  case relayDenied
  /// Everything else.
  case other
}
