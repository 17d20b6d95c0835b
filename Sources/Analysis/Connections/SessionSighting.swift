public import MailModel

/// What the join has to know of a session: who came, when, and whether its port is waited for.
///
/// Sessions whose port is known stand in line as well: each of them has a record of its own that is nobody else's.
public struct SessionSighting: Sendable {
  /// The client's address.
  public var client: IPAddress
  /// When the session began, by the mail server's clock, in milliseconds since 1970.
  public var at: Int64
  /// The line that began it; it names the session.
  public var mark: LineMark
  /// The client's port where the mail log has it, or 0.
  public var clientPort: UInt16
  /// The server's port by other evidence, or 0 when it is waited for.
  public var knownPort: UInt16

  /// Stands for the port of a session of which nothing is counted by port.
  static let uninteresting = UInt16.max

  /// Takes every part.
  public init(client: IPAddress, at: Int64, mark: LineMark, clientPort: UInt16 = 0, knownPort: UInt16 = 0) {
    self.client = client
    self.at = at
    self.mark = mark
    self.clientPort = clientPort
    self.knownPort = knownPort
  }
}
