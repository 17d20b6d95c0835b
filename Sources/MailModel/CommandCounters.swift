/// The command counters at the end of a Postfix session:
/// `disconnect from unknown[192.0.2.11] ehlo=2 starttls=1 auth=0/1 mail=1 rcpt=1 data=1 quit=1 commands=7/8`.
public struct CommandCounters: Hashable, Sendable {
  /// Whether the line had counters at all (Postfix 3.0 and later).
  public var present: Bool
  /// AUTH commands that succeeded.
  public var authAccepted: UInt16
  /// AUTH commands, `auth=0/1` has one.
  public var authTotal: UInt16
  /// STARTTLS commands that succeeded.
  public var starttls: UInt16
  /// MAIL commands that succeeded.
  public var mailAccepted: UInt16
  /// MAIL commands.
  public var mailTotal: UInt16
  /// DATA commands that succeeded.
  public var dataAccepted: UInt16
  /// DATA commands.
  public var dataTotal: UInt16
  /// BDAT commands that succeeded; a message may take several (RFC 3030).
  public var chunksAccepted: UInt16
  /// BDAT commands.
  public var chunksTotal: UInt16

  /// No counters.
  @inlinable public init() {
    present = false
    authAccepted = 0
    authTotal = 0
    starttls = 0
    mailAccepted = 0
    mailTotal = 0
    dataAccepted = 0
    dataTotal = 0
    chunksAccepted = 0
    chunksTotal = 0
  }
}
