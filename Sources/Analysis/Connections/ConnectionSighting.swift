public import MailModel

/// An accepted connection as the join takes it.
public struct ConnectionSighting: Sendable {
  /// The client's address.
  public var client: IPAddress
  /// When it was accepted, by the recorder's clock, in milliseconds since 1970.
  public var at: Int64
  /// The line that tells of it.
  public var mark: ConnectionMark
  /// The client's port, or 0.
  public var clientPort: UInt16
  /// The server's port.
  public var port: UInt16

  /// Takes every part.
  public init(client: IPAddress, at: Int64, mark: ConnectionMark, clientPort: UInt16 = 0, port: UInt16) {
    self.client = client
    self.at = at
    self.mark = mark
    self.clientPort = clientPort
    self.port = port
  }
}
