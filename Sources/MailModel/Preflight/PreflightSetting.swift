/// A setting as the input has it, secrets masked.
public struct PreflightSetting: Codable, Sendable, Equatable {
  /// Its name in the server's own terms: `C_System_Services_SMTP_AltPort`, `smtpd_tls_auth_only`.
  public var name: String
  /// Its value; null when the input does not hold it.
  public var value: String?

  /// Takes both.
  public init(name: String, value: String?) {
    self.name = name
    self.value = value
  }

  /// Writes both names, also of a value that is null.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(name, forKey: .name)
    try container.encode(value, forKey: .value)
  }
}
