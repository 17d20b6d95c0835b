/// What a port of the server takes, as its settings say; nothing stands for what the input does not hold.
public struct PreflightPort: Codable, Sendable, Equatable {
  /// The port.
  public var port: Int
  /// TLS begins with the first byte.
  public var implicitTLS: Bool
  /// AUTH is taken behind STARTTLS.
  public var authBehindStarttls: Bool?
  /// AUTH is taken in clear.
  public var authInClear: Bool?
  /// The server's submission option leaves this port to users, and sends local senders of the others here.
  public var submission: Bool?

  /// Takes every part.
  public init(
    port: Int, implicitTLS: Bool = false, authBehindStarttls: Bool? = nil, authInClear: Bool? = nil,
    submission: Bool? = nil
  ) {
    self.port = port
    self.implicitTLS = implicitTLS
    self.authBehindStarttls = authBehindStarttls
    self.authInClear = authInClear
    self.submission = submission
  }

  /// Writes every name, also of what is null.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(port, forKey: .port)
    try container.encode(implicitTLS, forKey: .implicitTLS)
    try container.encode(authBehindStarttls, forKey: .authBehindStarttls)
    try container.encode(authInClear, forKey: .authInClear)
    try container.encode(submission, forKey: .submission)
  }
}
