/// The order of addresses in a report: most messages on legacy ports first, then sessions with login, then refusals, then
/// relayed messages, then failures, then by the address itself.
struct AddressRank: Comparable {
  var legacyMessages: Int
  var sessions: Int
  var refusals: Int
  var relays: Int
  var failedLogins: Int
  var bits: UInt128

  static func < (a: AddressRank, b: AddressRank) -> Bool {
    if a.legacyMessages != b.legacyMessages { return a.legacyMessages > b.legacyMessages }
    if a.sessions != b.sessions { return a.sessions > b.sessions }
    if a.refusals != b.refusals { return a.refusals > b.refusals }
    if a.relays != b.relays { return a.relays > b.relays }
    if a.failedLogins != b.failedLogins { return a.failedLogins > b.failedLogins }
    return a.bits < b.bits
  }
}
