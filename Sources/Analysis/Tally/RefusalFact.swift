/// Refusals with the circumstances that decide their class.
struct RefusalKey: FactKey {
  /// Number in `Tally.names` of the login that was in force, or `LoginKey.nobody`.
  var login: UInt32
  /// Number in `Tally.senders` of MAIL FROM, or `LoginKey.nobody`.
  var sender: UInt32
  var address: UInt32
  var claim: UInt32
  /// Number in `Tally.replies`.
  var reply: UInt32
  /// Number in `Tally.helos`, or `LoginKey.nobody`.
  var helo: UInt32
  /// Whether a login was in force, with or without a readable name.
  var isLoggedIn: Bool
  /// Whether it answered AUTH itself.
  var answersAuth: Bool
  /// Day of the session, `Tally.anyDay` unless days are kept apart.
  var day = Tally.anyDay

  var words: (UInt64, UInt64) {
    (
      UInt64(login) << 32 | UInt64(sender),
      UInt64(address) << 32 ^ UInt64(helo) << 24 ^ UInt64(claim) << 18 ^ UInt64(reply) << 2 ^ (isLoggedIn ? 2 : 0)
        ^ (answersAuth ? 1 : 0) ^ UInt64(UInt32(bitPattern: day)) << 40
    )
  }
}

/// Counters of refusals.
struct RefusalFact: Fact {
  var count: Int
  var span: SessionSpan

  mutating func merge(_ other: RefusalFact) {
    count += other.count
    span.merge(other.span)
  }
}
