/// What a port says to a local sender who writes to an address elsewhere; before and after the switch it differs.
///
/// A value to be kept: the refusal's text tells the audit what this server's "not on this port" reads like.
public struct PortSignature: Codable, Sendable, Equatable {
  /// The host as it was asked for.
  public var host: String
  /// The port, as a rule 25.
  public var port: Int
  /// When it was asked.
  public var takenAt: Timestamp
  /// To a sender who has not logged in; null when it was not asked.
  public var withoutLogin: SignatureReply?
  /// To a sender who has logged in; null when it was not asked.
  public var withLogin: SignatureReply?

  /// Takes every part.
  public init(
    host: String, port: Int, takenAt: Timestamp, withoutLogin: SignatureReply?, withLogin: SignatureReply?
  ) {
    self.host = host
    self.port = port
    self.takenAt = takenAt
    self.withoutLogin = withoutLogin
    self.withLogin = withLogin
  }
}
