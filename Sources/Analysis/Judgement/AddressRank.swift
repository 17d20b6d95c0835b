import MailModel

/// The order of addresses in a report: most messages on legacy ports first, then sessions with login, then refusals, then
/// relayed messages, then failures, then by the address itself.
struct AddressRank: Comparable {
  /// Where the address stands in arrays by address.
  let place: Int
  /// Messages on ports to be closed.
  private(set) var legacyMessages = 0
  /// Sessions with login.
  private(set) var sessions = 0
  var refusals = 0
  var relays = 0
  var failedLogins = 0
  let bits: UInt128

  init(place: Int, bits: UInt128) {
    self.place = place
    self.bits = bits
  }

  /// Takes in sessions with login on a port.
  mutating func add(_ fact: DayFact, isLegacy: Bool) {
    sessions += fact.sessions
    if isLegacy { legacyMessages += fact.messages }
  }

  static func < (a: AddressRank, b: AddressRank) -> Bool {
    if a.legacyMessages != b.legacyMessages { return a.legacyMessages > b.legacyMessages }
    if a.sessions != b.sessions { return a.sessions > b.sessions }
    if a.refusals != b.refusals { return a.refusals > b.refusals }
    if a.relays != b.relays { return a.relays > b.relays }
    if a.failedLogins != b.failedLogins { return a.failedLogins > b.failedLogins }
    return a.bits < b.bits
  }
}
