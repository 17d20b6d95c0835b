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
  /// Whether a chain that cannot be trusted ends the handshake.
  ///
  /// Where it does not, libcurl loads no roots, and nothing is known of the chain.
  public var checksChain: Bool

  /// Takes every part.
  public init(serverName: String, caFile: String?, offer: Offer = .usual, checksChain: Bool = false) {
    self.serverName = serverName
    self.caFile = caFile
    self.offer = offer
    self.checksChain = checksChain
  }
}
