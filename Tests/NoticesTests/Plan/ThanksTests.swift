import MailModel
import Testing

@testable import Notices

@Suite("Thanks to those who have moved")
struct ThanksTests {
  private static let now = Timestamp(seconds: 1_795_000_000)

  private static func record(
    _ address: String, _ kind: NoticeKind = .notice, _ outcome: NoticeOutcome? = .sent,
    daysAgo: Int64 = 11
  ) -> NoticeRecord {
    NoticeRecord(
      campaign: "2026-12-01", kind: kind, identity: address, recipient: address, round: 1,
      messageID: "<\(address)>", readiness: .notReady, intentAt: Timestamp(seconds: now.seconds - daysAgo * 86_400),
      outcome: outcome)
  }

  struct Row: Sendable, CustomTestStringConvertible {
    let story: String
    var users: [UserReport] = [sampleUser("ana@example.com", .ready)]
    var records: [NoticeRecord] = [ThanksTests.record("ana@example.com")]
    /// For other days of the cut-over.
    var earlier: [NoticeRecord] = []
    var undeliverable: Set<String> = []
    var asked = true
    var change: @Sendable (inout RecipientRules) -> Void = { _ in }
    let thanked: [String]
    var testDescription: String { story }
  }

  static let rows: [Row] = [
    Row(story: "told and ready", thanked: ["ana@example.com"]),
    Row(story: "not asked for", asked: false, thanked: []),
    Row(story: "never told", records: [], thanked: []),
    Row(
      story: "told before the day was put off", records: [], earlier: [record("ana@example.com")],
      thanked: ["ana@example.com"]),
    Row(story: "told for a day long ago", records: [], earlier: [record("ana@example.com", daysAgo: 90)], thanked: []),
    Row(
      story: "told and thanked before the day was put off", records: [],
      earlier: [record("ana@example.com"), record("ana@example.com", .thanks, daysAgo: 5)], thanked: []),
    Row(story: "told, and it failed", records: [record("ana@example.com", .notice, .failed)], thanked: []),
    Row(story: "told, and not ready", users: [sampleUser("ana@example.com", .moving)], thanked: []),
    Row(
      story: "thanked before", records: [record("ana@example.com"), record("ana@example.com", .thanks)], thanked: []),
    Row(
      story: "thanks put off before",
      records: [record("ana@example.com"), record("ana@example.com", .thanks, .postponed)],
      thanked: ["ana@example.com"]),
    Row(story: "address takes no mail", undeliverable: ["ana@example.com"], thanked: []),
    Row(
      story: "opted out meanwhile", change: { _ = $0.optOut.add(text: "ana@example.com") }, thanked: []),
    Row(story: "domain no longer named", change: { $0.domains = ["example.net"] }, thanked: []),
    Row(
      story: "two names of one mailbox",
      users: [sampleUser("ana@example.com", .ready), sampleUser("sales@example.com", .ready)],
      change: {
        $0.accounts = AccountDirectory(
          mailboxOfAddress: ["ana@example.com": "ana@example.com", "sales@example.com": "ana@example.com"],
          localDomains: ["example.com"])
      }, thanked: ["ana@example.com"]),
    Row(
      story: "one of two names has something left to do",
      users: [sampleUser("ana@example.com", .ready), sampleUser("sales@example.com")],
      change: {
        $0.accounts = AccountDirectory(
          mailboxOfAddress: ["ana@example.com": "ana@example.com", "sales@example.com": "ana@example.com"],
          localDomains: ["example.com"])
      }, thanked: []),
  ]

  @Test("who is thanked", arguments: rows)
  func thanked(_ row: Row) {
    var rules = RecipientRules(domains: ["example.com"])
    row.change(&rules)
    let planner = NoticePlanner(
      rule: RoundRule(repeatAfterSeconds: 604_800, maxRounds: 3), thanksToo: row.asked, languages: rules.languages)
    let (due, others) = planner.plan(
      RecipientSelector(rules: rules).select(sampleReport(row.users)), records: row.records, earlier: row.earlier,
      undeliverable: row.undeliverable, now: Self.now)
    #expect(due.filter { $0.kind == .thanks }.map(\.recipient.address.text) == row.thanked)
    #expect(due.count + others.count == row.users.count)
  }

  @Test("the thanks name what works, in every language", arguments: Language.allCases)
  func text(language: Language) throws {
    let composer = NoticeComposer(
      campaign: try NoticeComposerTests.campaign(), templates: try TemplateSet(), now: Self.now)
    var recipient = try NoticeComposerTests.recipient(language)
    recipient.readiness = .ready
    let parts = MessageParts(NoticeComposerTests.text(composer.compose(.thanks, to: recipient, round: 1)))
    #expect(parts.plainWords == parts.htmlWords)
    for word in ["mail.example.com", "587", "465"] { #expect(parts.plainWords.contains { $0.hasPrefix(word) }) }
  }
}
