/// Logins of one name (or of a session without readable name), from one address, on one port, with one HELO name.
struct LoginKey: FactKey {
  /// Number in `Tally.names`, or in `Tally.senders` when `isSender`, or `nobody`.
  var identity: UInt32
  /// Whether the identity is the MAIL FROM of a message, because the login's name is not readable.
  var isSender: Bool
  var address: UInt32
  var claim: UInt32
  var helo: UInt32
  /// Day of the session, `Tally.anyDay` unless days are kept apart.
  var day = Tally.anyDay

  static let nobody = UInt32.max &- 1
  /// In place of the number of a name that is not looked up yet; never in a table.
  static let unsettled = UInt32.max &- 2

  var words: (UInt64, UInt64) {
    (
      UInt64(identity) << 32 | UInt64(address),
      (UInt64(claim) << 33 | UInt64(helo) << 1 | (isSender ? 1 : 0)) ^ UInt64(UInt32(bitPattern: day)) << 40
    )
  }
}

/// Counters of logins.
struct LoginFact: Fact {
  /// Sessions in which this identity logged in.
  var sessions: Int
  var messages: Int
  /// Logins by PLAIN or LOGIN for which the log shows no TLS.
  ///
  /// On a port with TLS from the first byte, which some logs do
  /// not show, they were not in clear; so the port decides in the end.
  var withoutVisibleTLS: Int
  /// MAIL FROM of its messages.
  var senders = SenderSketch()
  var span: SessionSpan

  mutating func merge(_ other: LoginFact) {
    sessions += other.sessions
    messages += other.messages
    withoutVisibleTLS += other.withoutVisibleTLS
    senders.formUnion(other.senders)
    span.merge(other.span)
  }
}
