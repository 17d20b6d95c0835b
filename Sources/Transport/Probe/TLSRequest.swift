/// How a handshake is to be made.
public struct TLSRequest: Sendable, Equatable {
  /// What the handshake offers.
  public enum Offer: Sendable {
    /// What the TLS library thinks fit today.
    case usual
    /// TLS 1.1 and 1.0 alone, with the ciphers of their time.
    case oldVersions
    /// TLS 1.2 with RSA key exchange alone, as old printers speak it.
    case rsaKeyExchange
  }

  /// The name sent as server name indication; an address is not sent.
  public var serverName: String
  /// Certificates to trust instead of the system's.
  public var caFile: String?
  /// What the handshake offers.
  public var offer: Offer

  /// Takes every part.
  public init(serverName: String, caFile: String?, offer: Offer = .usual) {
    self.serverName = serverName
    self.caFile = caFile
    self.offer = offer
  }
}
