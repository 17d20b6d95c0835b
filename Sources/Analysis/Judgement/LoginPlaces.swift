internal import MailModel

/// From which addresses identities have logged in.
///
/// Whoever says "Relay access denied" to a sender of the own domain may have refused a user whose program was not changed, or a stranger who made the
/// sender up. A login of that sender from that very address tells the one from the other.
public struct LoginPlaces: Sendable {
  /// Pairs, each by one word: there may be a hundred thousand of them.
  private var pairs: Set<UInt64> = []

  /// Knows of no login.
  public init() {}

  /// The word of an identity, for `insert` and `contains`.
  static func word(_ identity: String) -> UInt64 {
    var hasher = Hasher()
    hasher.combine(identity)
    return UInt64(bitPattern: Int64(hasher.finalize()))
  }

  /// Takes a login of an identity, given by its word, from an address.
  mutating func insert(_ identity: UInt64, _ address: IPAddress) { pairs.insert(LoginPlaces.pair(identity, address)) }

  /// Whether the identity has logged in from the address.
  func contains(_ identity: UInt64, _ address: IPAddress) -> Bool {
    pairs.contains(LoginPlaces.pair(identity, address))
  }

  /// One word for both; two pairs share one as good as never.
  static func pair(_ identity: UInt64, _ address: IPAddress) -> UInt64 {
    let high = UInt64(truncatingIfNeeded: address.bits >> 64)
    let low = UInt64(truncatingIfNeeded: address.bits)
    return StringTable.mix(identity ^ StringTable.mix(low ^ high &* 0x9e37_79b9_7f4a_7c15))
  }

  /// Whether a pair, given by its word, was taken.
  func contains(pair: UInt64) -> Bool { pairs.contains(pair) }
}
