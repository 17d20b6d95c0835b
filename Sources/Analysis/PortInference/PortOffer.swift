/// What a port of the server takes, as a probe saw it.
public struct PortOffer: Sendable, Equatable {
  /// The port.
  public var port: UInt16
  /// TLS begins with the first byte.
  public var implicitTLS: Bool
  /// STARTTLS is offered, and AUTH behind it.
  public var authBehindStarttls: Bool
  /// AUTH is offered in clear.
  public var authInClear: Bool

  /// Takes every part.
  public init(port: UInt16, implicitTLS: Bool = false, authBehindStarttls: Bool = false, authInClear: Bool = false) {
    self.port = port
    self.implicitTLS = implicitTLS
    self.authBehindStarttls = authBehindStarttls
    self.authInClear = authInClear
  }
}
