import MailModel

/// The order of addresses in a report: most messages on legacy ports first, then sessions with login, then refusals, then
/// relayed messages, then failures, then by the address itself.
struct AddressRank {
  /// Messages on ports to be closed.
  private(set) var legacyMessages = 0
  /// Sessions with login.
  private(set) var sessions = 0
  var refusals = 0
  var relays = 0
  var failedLogins = 0

  /// Takes in sessions with login on a port.
  mutating func add(_ fact: DayFact, isLegacy: Bool) {
    sessions += fact.sessions
    if isLegacy { legacyMessages += fact.messages }
  }

  /// The order as one number, as far as one number goes: sorting by it moves and compares a third of the bytes.
  ///
  /// Each count has a share of the bits, the greater count the lesser number. From the first count on that is too large for its share
  /// nothing more is told, and of an IPv6 address the lower half is left out: where the numbers are equal the ranks decide.
  func key(_ bits: UInt128) -> UInt128 {
    var counts: UInt64 = 0
    var isWhole = true
    func add(_ count: Int, width: UInt64) {
      let most = 1 << width - 1
      counts = counts << width | (isWhole ? UInt64(most - min(count, most)) : 0)
      isWhole = isWhole && count < most
    }
    add(legacyMessages, width: 16)
    add(sessions, width: 16)
    add(refusals, width: 12)
    add(relays, width: 10)
    add(failedLogins, width: 10)
    let address = bits < 1 << 48 ? UInt64(bits) : 1 << 63 | UInt64(bits >> 65)
    return UInt128(counts) << 64 | (isWhole ? UInt128(address) : 0)
  }

  /// Whether an address comes before another; nothing where the addresses themselves decide.
  @inline(never)  // Seldom asked: inside the comparison of keys it would keep that from being short.
  func precedes(_ other: AddressRank) -> Bool? {
    if legacyMessages != other.legacyMessages { return legacyMessages > other.legacyMessages }
    if sessions != other.sessions { return sessions > other.sessions }
    if refusals != other.refusals { return refusals > other.refusals }
    if relays != other.relays { return relays > other.relays }
    if failedLogins != other.failedLogins { return failedLogins > other.failedLogins }
    return nil
  }
}
