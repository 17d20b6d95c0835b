/// An accepted TCP connection, as a firewall, a sniffer or a balancer wrote it down.
public struct ConnectionRecord: Sendable, Equatable {
  /// The client's address.
  public var client: IPAddress
  /// The client's port, or 0 when the record does not name it.
  public var clientPort: UInt16
  /// The server's port.
  public var serverPort: UInt16
  /// The wall clock of the record.
  public var time: LogTime

  /// A record to be filled in.
  public init(
    client: IPAddress = IPAddress(bits: 0), clientPort: UInt16 = 0, serverPort: UInt16 = 0, time: LogTime = .undated
  ) {
    self.client = client
    self.clientPort = clientPort
    self.serverPort = serverPort
    self.time = time
  }
}
