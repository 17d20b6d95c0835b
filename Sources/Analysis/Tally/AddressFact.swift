import MailModel

/// A client address.
struct AddressKey: FactKey {
  var address: IPAddress

  var words: (UInt64, UInt64) {
    (UInt64(truncatingIfNeeded: address.bits >> 64), UInt64(truncatingIfNeeded: address.bits))
  }
}

/// What came from an address, logins apart.
struct AddressFact: Fact {
  var sessions: Int
  /// Messages taken without a login for local recipients.
  var deliveries: Int
  /// Those of them of which the log does not say here where they went: Postfix says it in lines of other programs.
  var unfollowed = 0
  var firstAt: Timestamp
  var lastAt: Timestamp

  mutating func merge(_ other: AddressFact) {
    sessions += other.sessions
    deliveries += other.deliveries
    unfollowed += other.unfollowed
    firstAt = min(firstAt, other.firstAt)
    lastAt = max(lastAt, other.lastAt)
  }
}
