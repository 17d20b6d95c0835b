import MailModel
import Notices
import Testing

@Suite("Told once")
struct RoundRuleTests {
  /// The last record of somebody and what follows from it.
  struct Row: Sendable, CustomTestStringConvertible {
    var story: String
    var round: Int?
    var outcome: NoticeOutcome?
    var repeats = 0
    var daysAgo: Int64 = 1
    /// Hours that are missing to these days.
    var lessHours: Int64 = 0
    /// When an old port was last used, in hours after the notice.
    var usedAfterHours: Int64?
    var detail: String?
    var tells: (round: Int, repeats: Int)?
    var testDescription: String { story }
  }

  static let rows: [Row] = [
    Row(story: "never told", round: nil, tells: (1, 0)),
    Row(story: "told yesterday", round: 1, outcome: .sent),
    Row(story: "told seven days ago", round: 1, outcome: .sent, daysAgo: 7, tells: (2, 0)),
    Row(story: "told later in the night a week ago", round: 1, outcome: .sent, daysAgo: 7, lessHours: 2, tells: (2, 0)),
    Row(story: "told six days ago", round: 1, outcome: .sent, daysAgo: 7, lessHours: 13),
    Row(story: "told seven days ago, no old port since", round: 1, outcome: .sent, daysAgo: 7, usedAfterHours: -5),
    Row(story: "told, an old port on the day after", round: 1, outcome: .sent, daysAgo: 7, usedAfterHours: 47),
    Row(
      story: "told, an old port three days after", round: 1, outcome: .sent, daysAgo: 7, usedAfterHours: 72,
      tells: (2, 0)),
    Row(story: "put off, and no old port since", round: 1, outcome: .postponed, usedAfterHours: -5, tells: (1, 0)),
    Row(story: "told three times", round: 3, outcome: .sent, daysAgo: 30),
    Row(story: "crashed between", round: 1, outcome: nil, tells: (1, 1)),
    Row(story: "crashed between, twice", round: 1, outcome: nil, repeats: 1),
    Row(story: "put off", round: 2, outcome: .postponed, tells: (2, 0)),
    Row(story: "put off after a crash", round: 2, outcome: .postponed, repeats: 1, tells: (2, 1)),
    Row(story: "refused yesterday", round: 1, outcome: .failed),
    Row(story: "refused a month ago", round: 1, outcome: .failed, daysAgo: 30, tells: (2, 0)),
    Row(story: "refused three times", round: 3, outcome: .failed, daysAgo: 30),
    Row(story: "written off wrongly", round: 3, outcome: .failed, detail: "taken back: 550", tells: (4, 0)),
    Row(story: "no such address", round: 1, outcome: .undeliverable, daysAgo: 30),
  ]

  @Test(
    "with another day of the cut-over the rounds begin anew, but not for whoever has moved or was told just now",
    arguments: [(1, nil, false), (7, nil, true), (11, -5, false), (11, 47, false), (11, 72, true)]
      as [(Int64, Int64?, Bool)])
  func postponed(daysAgo: Int64, usedAfterHours: Int64?, isTold: Bool) {
    let now = Timestamp(seconds: 1_795_000_000)
    let told = now.seconds - daysAgo * 86_400
    let earlier = NoticeRecord(
      campaign: "2026-12-01", kind: .notice, identity: "ana@example.com", recipient: "ana@example.com", round: 3,
      messageID: "<1@example.com>", readiness: .notReady, intentAt: Timestamp(seconds: told), outcome: .sent)
    let decision = RoundRule(repeatAfterSeconds: 604_800, maxRounds: 3).decide(
      [], lastUse: usedAfterHours.map { Timestamp(seconds: told + $0 * 3600) }, earlier: earlier, now: now)
    if isTold {
      #expect(decision == .tell(round: 1, repeats: 0))
    } else if case .leave(let reason) = decision {
      #expect(reason.contains("for 2026-12-01"))
    } else {
      Issue.record("\(decision)")
    }
  }

  @Test("the ledger decides who is told again", arguments: rows)
  func decide(_ row: Row) {
    let now = Timestamp(seconds: 1_795_000_000)
    let records = row.round.map { round in
      [
        NoticeRecord(
          campaign: "2026-12-01", kind: .notice, identity: "ana@example.com", recipient: "ana@example.com",
          round: round,
          messageID: "<1@example.com>", readiness: .notReady,
          intentAt: Timestamp(seconds: now.seconds - row.daysAgo * 86_400 + row.lessHours * 3600), repeats: row.repeats,
          outcome: row.outcome,
          detail: row.detail)
      ]
    }
    let decision = RoundRule(repeatAfterSeconds: 604_800, maxRounds: 3).decide(
      records ?? [],
      lastUse: row.usedAfterHours.map { Timestamp(seconds: now.seconds - row.daysAgo * 86_400 + $0 * 3600) }, now: now)
    if let tells = row.tells {
      #expect(decision == .tell(round: tells.round, repeats: tells.repeats))
    } else if row.outcome == .undeliverable {
      #expect(decision == .undeliverable("the address was refused"))
    } else {
      guard case .leave(let reason) = decision else {
        Issue.record("\(decision)")
        return
      }
      #expect(!reason.isEmpty)
    }
  }
}
