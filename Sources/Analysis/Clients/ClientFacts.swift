public import MailModel

/// What is known of a program or device.
public struct ClientFacts: Sendable {
  /// What it said after HELO or EHLO, when the log shows it.
  public var helo: String? {
    didSet { name = HeloName(helo) }
  }
  /// The same, taken apart once for all recognisers.
  private(set) var name: HeloName?
  /// Its address.
  public var address: IPAddress
  /// Identities seen from that address.
  public var identities: Int
  /// Loopback, or an address of the server itself.
  public var isServerItself: Bool
  /// Messages it submitted.
  public var messages: Int

  /// Takes every part.
  public init(helo: String?, address: IPAddress, identities: Int, isServerItself: Bool, messages: Int) {
    self.helo = helo
    name = HeloName(helo)
    self.address = address
    self.identities = identities
    self.isServerItself = isServerItself
    self.messages = messages
  }
}
