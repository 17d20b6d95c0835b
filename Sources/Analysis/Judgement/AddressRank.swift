import MailModel

/// The order of addresses in a report: most messages on legacy ports first, then sessions with login, then refusals, then
/// relayed messages, then failures, then by the address itself.
struct AddressRank: Comparable {
  /// Number of the address in the tally.
  let number: UInt32
  private(set) var legacyMessages = 0
  private(set) var sessions = 0
  let refusals: Int
  let relays: Int
  let failedLogins: Int
  let bits: UInt128

  init(
    number: UInt32, ports: [String: PortCount], policy: PortPolicy, refusals: Int, relays: Int, failedLogins: Int,
    bits: UInt128
  ) {
    self.number = number
    self.refusals = refusals
    self.relays = relays
    self.failedLogins = failedLogins
    self.bits = bits
    for (key, count) in ports {
      sessions += count.sessions
      if let port = Int(key), !policy.isSubmission(port) { legacyMessages += count.messages }
    }
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
