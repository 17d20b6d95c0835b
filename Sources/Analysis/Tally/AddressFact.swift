import MailModel

/// A client address.
///
/// In two words: beside a number of sixteen bytes each row of the table would have a gap.
struct AddressKey: FactKey {
  private let high: UInt64
  private let low: UInt64

  init(address: IPAddress) {
    high = UInt64(truncatingIfNeeded: address.bits >> 64)
    low = UInt64(truncatingIfNeeded: address.bits)
  }

  var address: IPAddress { IPAddress(bits: UInt128(high) << 64 | UInt128(low)) }

  var words: (UInt64, UInt64) { (high, low) }
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
