/// What the assembler has to know of the source a line comes from.
public struct SourceTraits: Sendable {
  /// Index of the source in the order of reading.
  public var source: UInt32
  /// Index of the piece within the source.
  public var piece: UInt32
  /// Index of the log format, for the advice on unknown ports.
  public var format: UInt8
  /// The port that the administrator gave for the file, or 0.
  public var pathPort: UInt16
  /// RSET ends the login (IceWarp); on other servers it ends the transaction only (RFC 5321 section 4.1.1.5).
  public var rsetEndsLogin: Bool
  /// The first word of a session key stands for the host that logged it.
  public var keysNameServer: Bool

  /// Takes every part.
  public init(
    source: UInt32, piece: UInt32, format: UInt8, pathPort: UInt16 = 0, rsetEndsLogin: Bool,
    keysNameServer: Bool = false
  ) {
    self.source = source
    self.piece = piece
    self.format = format
    self.pathPort = pathPort
    self.rsetEndsLogin = rsetEndsLogin
    self.keysNameServer = keysNameServer
  }
}
