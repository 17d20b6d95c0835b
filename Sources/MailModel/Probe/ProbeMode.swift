/// How TLS begins on a probed port.
public enum ProbeMode: String, Sendable, Codable, CaseIterable {
  /// STARTTLS (RFC 3207), as on 587.
  case starttls
  /// TLS from the first byte (RFC 8314 section 3.3), as on 465.
  case tls
  /// No TLS is asked for; STARTTLS is only looked at.
  case plain
}
