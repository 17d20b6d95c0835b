/// What a session of unknown port shows that bears on its port without telling it.
public struct PortHints: OptionSet, Hashable, Sendable {
  /// The bits.
  public let rawValue: UInt8
  /// Takes the bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// An AUTH succeeded.
  public static let login = PortHints(rawValue: 1)
  /// TLS was used.
  public static let tls = PortHints(rawValue: 2)
  /// STARTTLS was used.
  public static let starttls = PortHints(rawValue: 4)
  /// The log says which commands were given, so that a missing STARTTLS means that there was none.
  public static let commands = PortHints(rawValue: 8)
  /// The log names the server's address that the client reached.
  public static let listener = PortHints(rawValue: 16)
  /// A sender was refused before any login.
  public static let refusedWithoutLogin = PortHints(rawValue: 32)
  /// The log has the begin of the session, with the client's address.
  public static let begin = PortHints(rawValue: 64)
}
