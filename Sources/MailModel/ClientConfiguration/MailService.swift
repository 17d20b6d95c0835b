/// One service of a mail server, as a publication names it.
public struct MailService: Codable, Sendable, Hashable, CustomStringConvertible {
  /// What it is for.
  public var proto: MailServiceProtocol
  /// The host, lower case.
  public var host: String
  /// The port.
  public var port: Int
  /// How TLS begins.
  public var security: MailServiceSecurity

  enum CodingKeys: String, CodingKey {
    case proto = "protocol"
    case host, port, security
  }

  /// Takes every part.
  public init(_ proto: MailServiceProtocol, host: String, port: Int, security: MailServiceSecurity) {
    self.proto = proto
    self.host = host
    self.port = port
    self.security = security
  }

  /// `mail.example.com:587 starttls`.
  public var description: String { "\(host):\(port) \(security.rawValue)" }
}
