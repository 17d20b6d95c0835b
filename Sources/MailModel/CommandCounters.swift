/// The command counters at the end of a Postfix session:
/// `disconnect from unknown[192.0.2.11] ehlo=2 starttls=1 auth=0/1 mail=1 rcpt=1 data=1 quit=1 commands=7/8`.
public struct CommandCounters: Hashable, Sendable {
  /// Whether the line had counters at all (Postfix 3.0 and later).
  public var present = false
  /// AUTH commands that succeeded.
  public var authAccepted: UInt16 = 0
  /// AUTH commands, `auth=0/1` has one.
  public var authTotal: UInt16 = 0
  /// STARTTLS commands that succeeded.
  public var starttls: UInt16 = 0
  /// MAIL commands that succeeded.
  public var mailAccepted: UInt16 = 0
  /// MAIL commands.
  public var mailTotal: UInt16 = 0
  /// DATA and BDAT commands that succeeded.
  public var dataAccepted: UInt16 = 0
  /// DATA and BDAT commands.
  public var dataTotal: UInt16 = 0

  /// No counters.
  public init() {}
}
