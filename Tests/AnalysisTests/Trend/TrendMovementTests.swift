import MailModel
import Testing

@testable import Analysis

@Suite("Trend, movement")
struct TrendMovementTests {
  /// Earlier, before and after: `ready`, `moving`, `notReady`, `blocked`, `unknown`, or `-` for not seen.
  @Test(
    "groups",
    arguments: [
      ("- - notReady", .newlyAffected), ("- ready moving", .newlyAffected), ("ready - blocked", .newlyAffected),
      ("notReady ready notReady", .cameBack), ("blocked - moving", .cameBack),
      ("- notReady notReady", .stillThere), ("- moving blocked", .stillThere),
      ("- notReady ready", .moved), ("notReady blocked ready", .moved),
      ("- moving -", .goneSilent),
      ("- notReady unknown", .unclear), ("notReady unknown notReady", .unclear),
      ("notReady ready ready", nil), ("notReady - ready", nil), ("- - ready", nil), ("- unknown ready", nil),
      ("notReady ready -", nil), ("- unknown unknown", nil),
    ] as [(String, Movement?)])
  func groups(story: String, expected: Movement?) {
    let parts = story.split(separator: " ").map { Readiness(rawValue: String($0)) }
    #expect(TrendBuilder.movement(earlier: parts[0], before: parts[1], after: parts[2]) == expected)
  }

  /// Uses as `kind@day`: recent are days 10 to 19.
  @Test(
    "what breaks, and the wave",
    arguments: [
      ("legacy@12", .now, 6), ("legacy@12 submission@19", .now, 5), ("submission@12", nil, 1),
      // A use before the recent days is forgotten once the user has moved, and not before.
      ("legacy@2 submission@12", nil, 1), ("legacy@2", .onReturn, 2), ("submission@1 legacy@2", .onReturn, 2),
      ("legacy@1 submission@2", nil, 2), ("submission@2", nil, 2),
      ("refused@12", .already, 3), ("legacy@2 refused@3", .already, 2), ("submission@2 refused@3", .already, 2),
      // A device that is refused today loses nothing by the port being closed.
      ("submission@12 refused@13", .already, 3), ("legacy@11 submission@12 refused@13", .already, 3),
      // Whoever was refused at last on the old port and moves then is not cut off for having moved.
      ("legacy@11 refused@12", .already, 3), ("legacy@11 refused@12 submission@13", .already, 3),
      ("refused@11 legacy@12 submission@13", .now, 5), ("legacy@11 submission@12 claimed@13", .now, 5),
      ("legacy@2 refused@3 submission@4", nil, 2), ("submission@2 legacy@3 refused@4", .already, 2),
      // Whichever port the unknown one was: `blocked`, or `moving` with nothing but refusals since.
      ("unknown@11 refused@12", .already, 3), ("refused@11 unknown@12", .perhaps, 4),
      ("unknown@11 claimed@12", .perhaps, 4), ("unknown@2 refused@3", .already, 2),
      ("unknown@10 legacy@11 refused@12", .already, 3), ("toldOff@12", .already, 3),
      ("submission@11 toldOff@12", .already, 3), ("toldOff@11 submission@12", .already, 3),
      ("legacy@2 submission@12 refused@13", .already, 3),
      ("unknown@12", .perhaps, 4), ("unknown@2", .perhaps, 2), ("unknown@12 submission@13", .perhaps, 4),
      ("unknown@12 legacy@13", .now, 6),
    ] as [(String, CutoverBreak?, Int)])
  func breaks(story: String, expected: CutoverBreak?, wave: Int) throws {
    var use = IdentityUse(identity: "ana@example.com")
    use.hasLoggedIn = true
    for word in story.split(separator: " ") {
      let parts = word.split(separator: "@")
      let day = try #require(Int(parts[1]))
      let at = Timestamp(seconds: Int64(day) * 86_400)
      let spans: [PortRoleUse.Span] = day >= 10 ? [.ever, .recent] : [.ever]
      switch parts[0] {
      case "legacy": use.add(.legacy, DayStretch(day), messages: 1, lastAt: at, spans: spans)
      case "submission": use.add(.submission, DayStretch(day), messages: 1, lastAt: at, spans: spans)
      case "unknown": use.add(.unknown, DayStretch(day), messages: 1, lastAt: at, spans: spans)
      case "claimed": use.claimed.add(DayStretch(day), messages: 0, lastAt: at, spans: spans)
      case "toldOff":
        use.add(.unknown, DayStretch(day), messages: 0, lastAt: at, spans: spans)
        use.refused.add(DayStretch(day), messages: 0, lastAt: at, spans: spans)
        use.toldOff.add(DayStretch(day), messages: 0, lastAt: at, spans: spans)
      default: use.refused.add(DayStretch(day), messages: 0, lastAt: at, spans: spans)
      }
    }
    #expect(use.breaks == expected)
    #expect(use.wave == wave)
  }

  @Test("what only all days show decides: labels of a server, local domains")
  func settling() {
    let at = Timestamp(seconds: 86_400)
    let plain = PortClaim(port: 0, evidence: .none, server: 3, format: 0, isPlainService: true)
    let refusal = OpenRefusal(
      reply: JudgedReply(ReplyText(key: Array("501 5.7.1 Permission denied".utf8)), RefusalSignatures([])),
      isLoggedIn: false, claim: plain)
    func settled(labelling: Set<UInt32>, isLocal: Bool, hasLoggedIn: Bool) -> IdentityUse {
      var use = IdentityUse(identity: "ana@example.com")
      use.hasLoggedIn = hasLoggedIn
      use.add(.open(plain), DayStretch(1), messages: 2, lastAt: at, spans: [.ever])
      use.add(refusal, DayStretch(2), lastAt: at, spans: [.ever])
      var settlement = PortSettlement()
      for server in labelling { settlement.note(labelling: server) }
      use.settle(settlement, PortPolicy(), isLocal: isLocal, knowsLocalDomains: false)
      return use
    }
    #expect(settled(labelling: [3], isLocal: true, hasLoggedIn: true).legacy[.ever].messages == 2)
    #expect(settled(labelling: [4], isLocal: true, hasLoggedIn: true).unknown[.ever].messages == 2)
    #expect(settled(labelling: [], isLocal: true, hasLoggedIn: false).refused.days.last == 2)
    #expect(settled(labelling: [], isLocal: false, hasLoggedIn: true).refused.days.last == nil)
  }

  @Test("anvil's port is another connection's where that service has a label")
  func anvil() {
    let at = Timestamp(seconds: 86_400)
    func settled(isAnothers: Bool, labelling: [UInt32], servesOthers: Bool = false) -> IdentityUse {
      let counted = PortClaim(
        port: 587, evidence: .anvil, server: 3, format: 0, isPlainService: true, servesOthers: servesOthers,
        isAnothers: isAnothers)
      var use = IdentityUse(identity: "ana@example.com")
      use.hasLoggedIn = true
      use.add(.open(counted), DayStretch(1), messages: 1, lastAt: at, spans: [.ever])
      var settlement = PortSettlement()
      for server in labelling { settlement.note(labelling: server) }
      use.settle(settlement, PortPolicy(), isLocal: true, knowsLocalDomains: false)
      return use
    }
    #expect(settled(isAnothers: false, labelling: []).submission[.ever].messages == 1)
    #expect(settled(isAnothers: false, labelling: [3]).submission[.ever].messages == 1)
    #expect(settled(isAnothers: true, labelling: [3]).legacy[.ever].messages == 1)
    #expect(settled(isAnothers: true, labelling: []).unknown[.ever].messages == 1)
    #expect(settled(isAnothers: true, labelling: [3], servesOthers: true).unknown[.ever].messages == 1)
  }

  @Test("a sender from elsewhere behind a login without a readable name is no user where the local domains are known")
  func foreignSender() {
    func readiness(isLocal: Bool, knowsLocalDomains: Bool, hasLoggedIn: Bool) -> Readiness? {
      var use = IdentityUse(identity: "eva@example.net")
      use.hasSentNameless = true
      use.hasLoggedIn = hasLoggedIn
      use.add(.legacy, DayStretch(1), messages: 1, lastAt: Timestamp(seconds: 1), spans: [.ever])
      use.settle(PortSettlement(), PortPolicy(), isLocal: isLocal, knowsLocalDomains: knowsLocalDomains)
      return use.readiness(.ever)
    }
    #expect(readiness(isLocal: false, knowsLocalDomains: true, hasLoggedIn: false) == nil)
    #expect(readiness(isLocal: false, knowsLocalDomains: false, hasLoggedIn: false) == .notReady)
    #expect(readiness(isLocal: true, knowsLocalDomains: true, hasLoggedIn: false) == .notReady)
    #expect(readiness(isLocal: false, knowsLocalDomains: true, hasLoggedIn: true) == .notReady)
  }
}
