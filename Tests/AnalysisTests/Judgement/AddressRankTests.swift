import MailModel
import Testing

@testable import Analysis

@Suite("Order of addresses")
struct AddressRankTests {
  /// Counts on both sides of what a share of the key holds, and addresses on both sides of what it keeps.
  private static let counts = [0, 1, 1_022, 1_023, 1_024, 4_095, 4_096, 65_534, 65_535, 65_536, Int.max]
  private static let addresses: [UInt128] = [
    0, 1, 0xffff_0a00_0001, 0xffff_ffff_ffff, 1 << 48, 0x2001_0db8 << 96, 0x2001_0db8 << 96 | 1, .max,
  ]

  private func rank(legacy: Int, sessions: Int, refusals: Int, relays: Int, failures: Int) -> AddressRank {
    var rank = AddressRank()
    rank.add(DayFact(sessions: sessions, messages: legacy), isLegacy: true)
    rank.refusals = refusals
    rank.relays = relays
    rank.failedLogins = failures
    return rank
  }

  @Test("Where keys differ they say what the counts and then the addresses say")
  func keys() {
    var rows: [(rank: AddressRank, bits: UInt128)] = []
    for count in AddressRankTests.counts {
      for bits in AddressRankTests.addresses {
        rows.append((rank(legacy: count, sessions: 3, refusals: 0, relays: 1, failures: 0), bits))
        rows.append((rank(legacy: 0, sessions: count, refusals: 1, relays: 0, failures: 0), bits))
        rows.append((rank(legacy: 0, sessions: 0, refusals: count, relays: 0, failures: 2), bits))
        rows.append((rank(legacy: 0, sessions: 0, refusals: 0, relays: count, failures: 1), bits))
        rows.append((rank(legacy: 0, sessions: 0, refusals: 0, relays: 0, failures: count), bits))
      }
    }
    var decided = 0
    for a in rows {
      for b in rows where a.rank.key(a.bits) != b.rank.key(b.bits) {
        decided += 1
        let isBefore = a.rank.precedes(b.rank) ?? (a.bits < b.bits)
        #expect((a.rank.key(a.bits) < b.rank.key(b.bits)) == isBefore)
      }
    }
    #expect(decided > rows.count * rows.count / 2)
  }
}
