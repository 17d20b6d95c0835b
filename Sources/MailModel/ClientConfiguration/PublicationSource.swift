/// Where a domain publishes settings.
///
/// Raw values are those of `port587 client-config --check --json`.
public enum PublicationSource: String, Codable, Sendable, CaseIterable, Hashable {
  /// Mozilla's autoconfig file.
  case autoconfig
  /// Microsoft's Autodiscover (POX).
  case autodiscover
  /// SRV records (RFC 6186, RFC 8314 section 5.1).
  case srv
}
