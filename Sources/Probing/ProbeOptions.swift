public import MailModel
public import Transport

/// What a probe may do and for how long.
public struct ProbeOptions: Sendable {
  /// Ports at each address.
  public var ports = ProbePort.usual
  /// The time for everything on one target.
  public var timeout: Duration = .seconds(15)
  /// Certificates to trust instead of the system's.
  public var caFile: String?
  /// How this machine calls itself.
  public var ownName: String
  /// Whether MAIL and RCPT may be said, never DATA.
  public var asksPolicy = false
  /// An address of this server.
  public var localSender: String?
  /// An address of this server.
  public var localRecipient: String?
  /// An address elsewhere; also stands for a sender elsewhere.
  public var externalRecipient: String?
  /// With what to log in, once for each port and not again after a refusal.
  public var login: ProbeLogin?
  /// How many connections are opened at once to see whether an office may come from one address; nothing when that is not asked.
  public var connectionsAtOnce: Int?
  /// Whether the probe runs where users are.
  public var isFromClient = false
  /// Whether the probe runs inside a network that the server trusts, so that what is taken there says nothing of strangers.
  public var isFromTrusted = false
  /// The domain of users' addresses; nothing when what it publishes is not asked.
  public var domain: String?
  /// The DNS server to ask instead of the system's.
  public var nameServer: NameServer?
  /// Asks what the domain publishes for mail programs; nothing when that is not asked.
  public var publications: (@Sendable () -> [Publication])?
  /// When the probe began.
  public var now: Timestamp

  /// Everything else as by default.
  public init(ownName: String, now: Timestamp) {
    self.ownName = ownName
    self.now = now
  }
}
