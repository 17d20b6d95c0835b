import MailModel
import Testing

@testable import Notices

@Suite("What is due")
struct NoticePlannerTests {
  private static let now = Timestamp(seconds: 1_795_000_000)

  private static func record(_ address: String, _ outcome: NoticeOutcome?, daysAgo: Int64) -> NoticeRecord {
    NoticeRecord(
      campaign: "2026-12-01", kind: .notice, identity: address, recipient: address, round: 1, messageID: "<\(address)>",
      readiness: .notReady, intentAt: Timestamp(seconds: now.seconds - daysAgo * 86_400), outcome: outcome)
  }

  private static func plan(
    _ records: [NoticeRecord], earlier: [NoticeRecord] = [], accounts: AccountDirectory? = nil
  ) -> (due: [PlannedNotice], others: [PlanEntry]) {
    var rules = RecipientRules(domains: ["example.com"])
    rules.accounts = accounts
    let planner = NoticePlanner(
      rule: RoundRule(repeatAfterSeconds: 604_800, maxRounds: 3), thanksToo: false, languages: rules.languages,
      accounts: accounts)
    return planner.plan(
      RecipientSelector(rules: rules).select(sampleReport([sampleUser("ana@example.com")])), records: records,
      earlier: earlier, undeliverable: [], now: now)
  }

  @Test("notices for another day of the cut-over are looked at, those that were never delivered are not")
  func otherCampaigns() throws {
    for (outcome, daysAgo, isFirst) in [
      (.sent, 1, nil), (nil, 1, nil), (.sent, 8, false), (.failed, 1, true), (.undeliverable, 1, true),
    ] as [(NoticeOutcome?, Int64, Bool?)] {
      let plan = Self.plan([], earlier: [Self.record("ana@example.com", outcome, daysAgo: daysAgo)])
      #expect(plan.due.map(\.round) == (isFirst == nil ? [] : [1]))
      #expect(plan.due.first?.isFirst == isFirst)
    }
  }

  @Test("a mailbox that was told under another name, before an account list was known, is not told at once again")
  func alias() {
    let told = Self.record("sales@example.com", .sent, daysAgo: 1)
    let accounts = AccountDirectory(
      mailboxOfAddress: ["ana@example.com": "ana@example.com", "sales@example.com": "ana@example.com"],
      localDomains: ["example.com"])
    #expect(Self.plan([told]).due.map(\.round) == [1])
    #expect(Self.plan([told], accounts: accounts).due.isEmpty)
  }

  @Test("the second round of somebody whom the first has not reached is no reminder")
  func notReached() throws {
    let composer = NoticeComposer(
      campaign: try NoticeComposerTests.campaign(), templates: try TemplateSet(), now: Self.now)
    func subject(_ outcome: NoticeOutcome?) throws -> String {
      let due = try #require(Self.plan([Self.record("ana@example.com", outcome, daysAgo: 8)]).due.first)
      #expect(due.round == 2)
      return String(decoding: composer.compose(due).bytes, as: UTF8.self)
    }
    func text(_ isFirst: Bool) throws -> String {
      let due = try #require(Self.plan([Self.record("ana@example.com", .sent, daysAgo: 8)]).due.first)
      return String(
        decoding: composer.compose(.notice, to: due.recipient, round: 2, isFirst: isFirst).bytes, as: UTF8.self)
    }
    #expect(try subject(.sent) == text(false))
    #expect(try subject(.failed) == text(true))
    #expect(try text(true) != text(false))
  }
}
