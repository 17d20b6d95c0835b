/// What can be wrong with published settings.
///
/// Raw values are those of `port587 client-config --check --json`.
public enum PublicationFindingCode: String, Codable, Sendable, CaseIterable, Hashable {
  /// Nothing is published for sending.
  case nothingPublished
  /// New accounts are told to send through a port to be closed.
  case legacyPort
  /// Encryption and port do not go together, such as STARTTLS on 465.
  case encryptionOfPort
  /// Sending without TLS is published.
  case withoutTLS
  /// Two places name different services.
  case contradiction
  /// A place names another service than the description that was given.
  case unlikeDescription
  /// The probe found the port shut, or TLS otherwise than published.
  case unlikeProbe
  /// The probe found a certificate that is not for the published host.
  case certificateName
  /// A published service was not among what was probed.
  case notProbed
}
