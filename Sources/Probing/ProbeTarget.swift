public import MailModel

/// One port at one address.
public struct ProbeTarget: Sendable, Hashable {
  /// The host as it was asked for; the certificate must be for it.
  public var host: String
  /// The address; nothing when the name led to none.
  public var address: IPAddress?
  /// The port.
  public var port: Int
  /// How TLS begins there.
  public var mode: ProbeMode

  /// Takes every part.
  public init(host: String, address: IPAddress?, port: Int, mode: ProbeMode) {
    self.host = host
    self.address = address
    self.port = port
    self.mode = mode
  }

  /// For people: `192.0.2.1 port 587`.
  public var place: String { "\(address.map { "\($0)" } ?? host) port \(port)" }
}
