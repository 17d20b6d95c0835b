/// What a port of the server may take, by a probe, by the server's settings, or by both: what either calls possible is.
public struct PortOffer: Sendable, Equatable {
  /// The port.
  public var port: UInt16
  /// TLS begins with the first byte.
  public var implicitTLS: Bool
  /// STARTTLS is offered, and AUTH behind it.
  public var authBehindStarttls: Bool
  /// AUTH is offered in clear.
  public var authInClear: Bool
  /// IceWarp's submission option leaves this port to users; nothing when that is not known.
  public var isSubmission: Bool?

  /// Takes every part.
  public init(
    port: UInt16, implicitTLS: Bool = false, authBehindStarttls: Bool = false, authInClear: Bool = false,
    isSubmission: Bool? = nil
  ) {
    self.port = port
    self.implicitTLS = implicitTLS
    self.authBehindStarttls = authBehindStarttls
    self.authInClear = authInClear
    self.isSubmission = isSubmission
  }
}
