import MailModel
import Testing

@testable import Analysis

/// What the logs of a server have shown, applied to what was counted.
@Suite("Server histories")
struct ServerHistoriesTests {
  private static let name = Array("mail".utf8)
  private static let day: Int64 = 86_400_000

  private static func claim(_ port: UInt16, _ evidence: PortEvidence, isPlain: Bool = true) -> PortClaim {
    PortClaim(port: port, evidence: evidence, server: 0, format: 0, isPlainService: isPlain)
  }

  private static func tally(_ claims: [PortClaim]) -> Tally {
    var tally = Tally(seed: 1)
    _ = tally.servers.intern(name)
    for claim in claims { _ = tally.number(of: claim) }
    return tally
  }

  @Test(
    "a claim is judged by its stretch, one without by the begin of its day, and one of an earlier version by its side")
  func sides() {
    var open = OpenSessions()
    var history = ServerHistory(readings: [5 * Self.day + 1000])
    history.noteOpenGate(at: 4 * Self.day)
    history.gate.noteGated(at: 5 * Self.day + 2000)
    open.servers = [(Self.name, history)]
    let histories = ServerHistories([open])
    var claims = [Self.claim(0, .none), Self.claim(0, .none), Self.claim(0, .none)]
    claims[1].since = 5 * Self.day + 1001
    claims[2].since = PortClaim.endOfDay
    for (day, expected) in [(4, [false, true, false]), (5, [false, true, true]), (6, [true, true, true])] {
      var tally = Self.tally(claims)
      histories.settle(&tally, day: Int64(day))
      #expect(tally.claims.map(\.servesOthers) == expected, "\(day)")
      #expect(tally.claims.allSatisfy { $0.since == nil })
    }
    #expect(histories.seams == [5, 6])
  }

  @Test("of servers beyond the room for them nothing is known")
  func overflow() {
    var claim = Self.claim(0, .none)
    claim.server = StringTable.overflow
    var tally = Self.tally([claim])
    ServerHistories([]).settle(&tally)
    #expect(tally.claims[0].servesOthers)
  }

  @Test("days of an earlier version show what their logs did not keep, for the whole of each")
  func earlier() {
    var open = OpenSessions()
    open.isOfEarlierForm = true
    open.servers = [(Self.name, ServerHistory(labelledAt: 3 * Self.day + 50, readings: [3 * Self.day + 10]))]
    open.takeServers(of: Self.tally([Self.claim(465, .serviceLabel, isPlain: false)]), on: 3, since: 2)
    open.takeServers(of: Self.tally([Self.claim(25, .postscreen), Self.claim(587, .anvil)]), on: 4, since: 2)
    open.takeServers(of: Self.tally([Self.claim(587, .serviceLabel, isPlain: false)]), on: 6, since: 2)
    open.takeReading(at: 7 * Self.day)
    // What is read from now on.
    open.servers[0].history.noteOpenGate(at: 8 * Self.day)
    let history = open.servers[0].history
    #expect([3, 4, 5, 6].allSatisfy { history.servesOthers(at: $0 * Self.day + 500) })
    #expect(!history.servesOthers(at: 7 * Self.day + 500))
    #expect(history.isBeforeLabels(at: 3 * Self.day) && !history.isBeforeLabels(at: 4 * Self.day))
    #expect(history.isLabelled(587, at: 6 * Self.day) && history.isLabelled(465, at: 3 * Self.day + 500))
  }
}
