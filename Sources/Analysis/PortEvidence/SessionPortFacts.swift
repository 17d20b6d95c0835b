public import MailModel

/// What a finished session says of its port.
public struct SessionPortFacts: Hashable, Sendable {
  /// The server's port as the log line names it, or 0.
  public var loggedPort: UInt16
  /// The port postscreen logged for this client just before, or 0.
  public var gatePort: UInt16
  /// The port of the service under which anvil counted this connection, or 0.
  public var anvilPort: UInt16
  /// The port that the administrator gave for the file, or 0.
  public var pathPort: UInt16
  /// Syslog name of the service (`postfix/submission`), nothing when the server has none.
  public var label: String?
  /// The server's address that the client reached.
  public var listener: IPAddress?
  /// TLS was used.
  public var usesTLS: Bool
  /// STARTTLS was used.
  public var usedStarttls: Bool
  /// The log says which commands were given, so that a missing STARTTLS means that there was none.
  public var hasCounters: Bool
  /// An AUTH succeeded.
  public var sawLogin: Bool
  /// The connection surely came from elsewhere than loopback.
  public var isFromOutside: Bool
  /// A front took the client and handed it on with XCLIENT: the service's own port is not the one that the client used.
  public var isHandedOn: Bool

  /// Takes every part.
  public init(
    loggedPort: UInt16 = 0, gatePort: UInt16 = 0, anvilPort: UInt16 = 0, pathPort: UInt16 = 0, label: String? = nil,
    listener: IPAddress? = nil, usesTLS: Bool = false, usedStarttls: Bool = false, hasCounters: Bool = false,
    sawLogin: Bool = false, isFromOutside: Bool = false, isHandedOn: Bool = false
  ) {
    self.loggedPort = loggedPort
    self.gatePort = gatePort
    self.anvilPort = anvilPort
    self.pathPort = pathPort
    self.label = label
    self.listener = listener
    self.usesTLS = usesTLS
    self.usedStarttls = usedStarttls
    self.hasCounters = hasCounters
    self.sawLogin = sawLogin
    self.isFromOutside = isFromOutside
    self.isHandedOn = isHandedOn
  }
}
