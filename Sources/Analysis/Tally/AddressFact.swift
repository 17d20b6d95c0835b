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
  var firstAt: Timestamp
  var lastAt: Timestamp

  mutating func merge(_ other: AddressFact) {
    sessions += other.sessions
    deliveries += other.deliveries
    firstAt = min(firstAt, other.firstAt)
    lastAt = max(lastAt, other.lastAt)
  }
}
