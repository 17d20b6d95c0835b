/// How many distinct things a tally keeps apart; what comes after is counted together, and the report says so.
///
/// The limits hold the memory of a dictionary attack with millions of invented names. Names of logins that succeeded
/// cannot be invented, so their limit is never met in practice.
public struct TallyLimits: Sendable {
  /// Names under which a login succeeded.
  public var names = 2_000_000
  /// Envelope senders that matter (refused, relayed, or in a login without readable name).
  public var senders = 200_000
  /// Names under which a login failed.
  public var failedNames = 200_000
  /// HELO names of clients.
  public var helos = 200_000
  /// Normalised reply texts.
  public var replies = 2_000
  /// Client addresses.
  public var addresses = 1_000_000
  /// Rows of each table of facts.
  public var rows = 2_000_000

  /// The usual limits.
  public init() {}
}
