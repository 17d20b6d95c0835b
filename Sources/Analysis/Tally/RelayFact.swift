/// Messages relayed elsewhere without a login, by MAIL FROM.
struct RelayKey: FactKey {
  /// Number in `Tally.senders`, or `LoginKey.nobody` for the null sender.
  var sender: UInt32
  var address: UInt32
  var claim: UInt32
  var helo: UInt32
  /// Day of the session, `Tally.anyDay` unless days are kept apart.
  var day = Tally.anyDay

  var words: (UInt64, UInt64) {
    (UInt64(sender) << 32 | UInt64(address), UInt64(claim) << 32 ^ UInt64(helo) ^ UInt64(UInt32(bitPattern: day)) << 40)
  }
}

/// Counters of relayed messages.
struct RelayFact: Fact {
  var messages: Int
  var span: SessionSpan

  mutating func merge(_ other: RelayFact) {
    messages += other.messages
    span.merge(other.span)
  }
}
