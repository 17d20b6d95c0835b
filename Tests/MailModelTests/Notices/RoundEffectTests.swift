import MailModel
import Testing

@Suite("Effect of the rounds")
struct RoundEffectTests {
  private static func record(
    _ name: String, _ round: Int, _ outcome: NoticeOutcome? = .sent, kind: NoticeKind = .notice,
    campaign: String = "2026-12-01"
  ) -> NoticeRecord {
    NoticeRecord(
      campaign: campaign, kind: kind, identity: name, recipient: name, round: round, messageID: "<\(name)\(round)>",
      readiness: .notReady, intentAt: Timestamp(seconds: Int64(round)), outcome: outcome)
  }

  private static let users = [
    UserReport(identity: "moved", kind: .authenticated, readiness: .ready),
    UserReport(identity: "late", kind: .authenticated, readiness: .ready),
    UserReport(identity: "still", kind: .authenticated, readiness: .moving),
    UserReport(identity: "blocked", kind: .authenticated, readiness: .blocked),
  ]

  @Test("each person counts in the last round that reached them")
  func rounds() {
    let records = [
      Self.record("moved", 1), Self.record("late", 1), Self.record("still", 1), Self.record("gone", 1),
      Self.record("bounced", 1, .undeliverable), Self.record("refused", 1, .failed),
      Self.record("later", 1, .postponed),
      Self.record("open", 1, nil), Self.record("late", 2), Self.record("still", 2, .failed), Self.record("blocked", 2),
      Self.record("moved", 1, kind: .thanks),
    ]
    let rounds = RoundEffect.all(records.shuffled(), in: Self.users)
    #expect(rounds.map(\.round) == [1, 2])
    #expect(rounds.map(\.sent) == [4, 2])
    #expect(rounds.map(\.failed) == [2, 1])
    #expect(rounds.map(\.undeliverable) == [1, 0])
    #expect(rounds.map(\.open) == [1, 0])
    #expect(rounds.map(\.movedSince) == [1, 1])
    #expect(rounds.map(\.toldAgain) == [1, 0])
    #expect(rounds.map(\.stillThere) == [1, 1])
    #expect(rounds.map(\.notSeen) == [1, 0])
    for round in rounds {
      #expect(round.sent == round.movedSince + round.toldAgain + round.stillThere + round.notSeen)
    }
    #expect(NoticeCampaignReport(campaign: "2026-12-01", rounds: rounds).told == 5)
  }

  /// Hours after the notice at which ports were last used, and whether that is a move.
  static let uses: [(story: String, ports: [String: Int64], refused: Int64?, until: Int64, moved: Bool)] = [
    ("the new port alone since", ["25": -1, "587": 24], nil, 72, true),
    ("the old one on the next day, then the new one", ["25": 30, "465": 60], nil, 72, true),
    ("both, three days after", ["25": 72, "587": 72], nil, 96, false),
    ("the new port only before", ["25": -9, "587": -1], nil, 72, false),
    ("nothing since", ["25": -1], nil, 72, false),
    ("refused on the old port later", ["25": -1, "587": 60], 60, 72, false),
    ("a port that is not known", ["unknown": 60, "587": 60], nil, 72, false),
    ("too early to say", ["25": -1, "587": 24], nil, 40, false),
  ]

  @Test("whoever uses nothing but submission ports since the notice has moved", arguments: uses)
  func moved(story: String, ports: [String: Int64], refused: Int64?, until: Int64, moved: Bool) {
    let told: Int64 = 1_790_000_000
    func at(_ hours: Int64) -> Timestamp { Timestamp(seconds: told + hours * 3600) }
    let user = UserReport(
      identity: "ana", kind: .authenticated, readiness: .moving,
      ports: ports.mapValues { PortUse(sessions: 1, messages: 1, firstAt: at(-100), lastAt: at($0)) },
      lastRefusedAt: refused.map(at))
    var record = Self.record("ana", 1)
    record.intentAt = at(0)
    let effect = RoundEffect.all([record], in: [user], until: at(until))
    #expect(effect.map(\.movedSince) == [moved ? 1 : 0] && effect.map(\.stillThere) == [moved ? 0 : 1])
  }

  /// Hours before the end at which ports were last used; the notice was sent 20 days before it.
  static let lateMoves: [(story: String, ports: [String: Int64], figures: [Int])] = [
    ("moved five days after the notice", ["25": 360, "587": 3], [1, 0, 0]),
    ("moved eight days after it, which is within the last 14 days", ["25": 288, "587": 3], [0, 1, 0]),
    ("moved late, and away since", ["25": 400, "587": 350], [0, 0, 1]),
    ("not seen since the notice", ["25": 482], [0, 0, 1]),
    ("still there", ["25": 3], [0, 1, 0]),
  ]

  @Test("whoever moves later than two days after the notice is judged by the last 14 days", arguments: lateMoves)
  func late(story: String, ports: [String: Int64], figures: [Int]) {
    let end: Int64 = 1_790_000_000
    func back(_ hours: Int64) -> Timestamp { Timestamp(seconds: end - hours * 3600) }
    let user = UserReport(
      identity: "ana", kind: .authenticated, readiness: .moving,
      ports: ports.mapValues { PortUse(sessions: 1, messages: 1, firstAt: back(900), lastAt: back($0)) })
    var record = Self.record("ana", 1)
    record.intentAt = back(480)
    let effect = RoundEffect.all([record], in: [user], until: Timestamp(seconds: end)).first
    #expect([effect?.movedSince, effect?.stillThere, effect?.notSeen] == figures)
  }

  @Test("a refusal that a stranger has brought about keeps nobody from having moved")
  func claims() {
    func at(_ hours: Int64) -> Timestamp { Timestamp(seconds: 1_790_000_000 + hours * 3600) }
    var user = UserReport(
      identity: "ana", kind: .authenticated, readiness: .moving,
      ports: [
        "25": PortUse(firstAt: at(-9), lastAt: at(-1)), "587": PortUse(firstAt: at(5), lastAt: at(60)),
      ],
      clients: [
        ClientReport(
          address: "198.51.100.7", helo: nil, guess: .unknown, confidence: .low, ports: ["25": 1, "587": 3])
      ], lastRefusedAt: at(65))
    let policy = PortPolicy()
    #expect(user.leavingOutClaims(policy, refused: ["203.0.113.99"]).lastRefusedAt == nil)
    #expect(user.leavingOutClaims(policy, refused: ["203.0.113.99"]).hasMoved(since: at(0), policy, until: at(72)))
    #expect(user.leavingOutClaims(policy, refused: ["198.51.100.7"]) == user)
    // Whoever has nothing new yet is believed to be refused wherever the device is.
    user.ports["587"] = nil
    #expect(user.leavingOutClaims(policy, refused: ["203.0.113.99"]) == user)
  }

  @Test("the last campaign comes first, and without a notice there is no report")
  func campaigns() {
    let records = [Self.record("moved", 1), Self.record("moved", 1, campaign: "2027-01-15")]
    #expect(NoticeReport(records, in: Self.users)?.campaigns.map(\.campaign) == ["2027-01-15", "2026-12-01"])
    #expect(NoticeReport([], in: Self.users) == nil)
    #expect(NoticeReport([Self.record("admin", 1, kind: .digest)], in: Self.users) == nil)
  }
}
