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

  @Test("the last campaign comes first, and without a notice there is no report")
  func campaigns() {
    let records = [Self.record("moved", 1), Self.record("moved", 1, campaign: "2027-01-15")]
    #expect(NoticeReport(records, in: Self.users)?.campaigns.map(\.campaign) == ["2027-01-15", "2026-12-01"])
    #expect(NoticeReport([], in: Self.users) == nil)
    #expect(NoticeReport([Self.record("admin", 1, kind: .digest)], in: Self.users) == nil)
  }
}
