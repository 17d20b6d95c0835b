import MailModel
import Synchronization
import Testing
import Transport

@testable import Notices

@Suite("Sending")
struct NoticeCourierTests {
  /// Keeps every write in order.
  final class Ledger: NoticeLedger {
    let writes = Mutex<[NoticeRecord]>([])
    /// What stood in the place of the records that were taken back.
    let withdrawn = Mutex<[NoticeRecord?]>([])
    func records(campaign: String) -> [NoticeRecord] { writes.withLock { $0 } }
    func records() -> [NoticeRecord] { writes.withLock { $0 } }
    func undeliverable() -> Set<String> { [] }
    func attempts(since moment: Timestamp) -> Int { 2 }
    func begin(_ record: NoticeRecord) { writes.withLock { $0.append(record) } }
    func finish(_ record: NoticeRecord) { writes.withLock { $0.append(record) } }
    func withdraw(_ record: NoticeRecord, for earlier: NoticeRecord?) {
      withdrawn.withLock { $0.append(earlier) }
    }
  }

  /// Answers as the table says, then accepts.
  final class Carrier: MessageCarrier {
    var answers: [DeliveryResult]
    var recipients: [String] = []
    init(_ answers: [DeliveryResult]) { self.answers = answers }
    func deliver(_ message: [UInt8], from sender: String, to recipient: String) -> DeliveryResult {
      recipients.append(recipient)
      return answers.isEmpty ? .accepted(reply: "250 2.0.0 Ok") : answers.removeFirst()
    }
  }

  /// What the server answers, and what becomes of five people.
  struct Row: Sendable, CustomTestStringConvertible {
    var story: String
    var answers: [DeliveryResult] = []
    var limits = SendingLimits(limit: nil, intervalMilliseconds: 0)
    var statuses: [PlanStatus]
    /// Of the writes that finish something.
    var outcomes: [NoticeOutcome]
    /// Records that were taken back.
    var withdrawn = 0
    var stops = false
    var testDescription: String { story }
  }

  static let rows: [Row] = [
    Row(
      story: "all taken", statuses: [.sent, .sent, .sent, .sent, .sent],
      outcomes: [.sent, .sent, .sent, .sent, .sent]),
    Row(
      story: "first wave", limits: SendingLimits(limit: 2, intervalMilliseconds: 0),
      statuses: [.sent, .sent, .deferred, .deferred, .deferred], outcomes: [.sent, .sent]),
    Row(
      story: "daily cap of which two are gone", limits: SendingLimits(limit: nil, intervalMilliseconds: 0, dailyCap: 3),
      statuses: [.sent, .deferred, .deferred, .deferred, .deferred], outcomes: [.sent]),
    Row(
      story: "deadline over",
      limits: SendingLimits(limit: nil, intervalMilliseconds: 0, deadline: Timestamp(seconds: 1_795_000_000)),
      statuses: [.deferred, .deferred, .deferred, .deferred, .deferred], outcomes: []),
    Row(
      story: "421 at once", answers: [.refused(stage: .recipient, code: 421, reply: "421 4.7.0 slow down")],
      statuses: [.deferred, .deferred, .deferred, .deferred, .deferred], outcomes: [.postponed], stops: true),
    Row(
      story: "three 4xx in a row",
      answers: [.accepted(reply: "250 Ok")]
        + Array(repeating: .refused(stage: .recipient, code: 451, reply: "451 4.3.0 later"), count: 3),
      statuses: [.sent, .deferred, .deferred, .deferred, .deferred],
      outcomes: [.sent, .postponed, .postponed, .postponed], stops: true),
    Row(
      story: "one 4xx", answers: [.refused(stage: .content, code: 452, reply: "452 4.3.1 full")],
      statuses: [.failed, .sent, .sent, .sent, .sent], outcomes: [.postponed, .sent, .sent, .sent, .sent]),
    Row(
      story: "no such user", answers: [.refused(stage: .recipient, code: 550, reply: "550 5.1.1 unknown")],
      statuses: [.undeliverable, .sent, .sent, .sent, .sent], outcomes: [.undeliverable, .sent, .sent, .sent, .sent]),
    Row(
      story: "no such user, in words", answers: [.refused(stage: .recipient, code: 550, reply: "550 No such user")],
      statuses: [.undeliverable, .sent, .sent, .sent, .sent], outcomes: [.undeliverable, .sent, .sent, .sent, .sent]),
    Row(
      story: "mailbox full", answers: [.refused(stage: .recipient, code: 552, reply: "552 5.2.2 mailbox full")],
      statuses: [.failed, .sent, .sent, .sent, .sent], outcomes: [.failed, .sent, .sent, .sent, .sent]),
    Row(
      story: "four full mailboxes do not stop the run",
      answers: Array(repeating: .refused(stage: .recipient, code: 552, reply: "552 5.2.2 full"), count: 4),
      statuses: [.failed, .failed, .failed, .failed, .sent], outcomes: [.failed, .failed, .failed, .failed, .sent]),
    Row(
      story: "refused without a reason",
      answers: [.refused(stage: .recipient, code: 550, reply: "550 Requested action not taken: mailbox unavailable")],
      statuses: [.failed, .sent, .sent, .sent, .sent], outcomes: [.failed, .sent, .sent, .sent, .sent]),
    Row(
      story: "Postfix, smtpd_delay_reject: the sender is not the login's",
      answers: Array(
        repeating: .refused(
          stage: .recipient, code: 553,
          reply: "553 5.7.1 <it@example.com>: Sender address rejected: not owned by user it"), count: 5),
      statuses: [.deferred, .deferred, .deferred, .deferred, .deferred],
      outcomes: [.failed, .failed, .failed, .postponed, .postponed, .postponed], stops: true),
    Row(
      story: "relay denied, without an enhanced code",
      answers: (1...5).map {
        .refused(stage: .recipient, code: 554, reply: "554 <user\($0)@example.com>: Relay access denied")
      },
      statuses: [.deferred, .deferred, .deferred, .deferred, .deferred],
      outcomes: [.failed, .failed, .failed, .postponed, .postponed, .postponed], stops: true),
    Row(
      story: "a filter that refuses the text, behind one that was taken",
      answers: [.accepted(reply: "250")]
        + Array(repeating: .refused(stage: .content, code: 554, reply: "554 5.7.1 spam"), count: 3),
      statuses: [.sent, .deferred, .deferred, .deferred, .deferred],
      outcomes: [.sent, .failed, .failed, .failed, .postponed, .postponed, .postponed], stops: true),
    Row(
      story: "one taken between them",
      answers: [
        .refused(stage: .recipient, code: 554, reply: "554 5.7.1 no"), .accepted(reply: "250"),
        .refused(stage: .recipient, code: 554, reply: "554 5.7.1 no"),
        .refused(stage: .recipient, code: 554, reply: "554 5.7.1 no"),
      ],
      statuses: [.failed, .sent, .failed, .failed, .sent], outcomes: [.failed, .sent, .failed, .failed, .sent]),
    Row(
      story: "content refused", answers: [.refused(stage: .content, code: 554, reply: "554 5.7.1 spam")],
      statuses: [.failed, .sent, .sent, .sent, .sent], outcomes: [.failed, .sent, .sent, .sent, .sent]),
    Row(
      story: "sender refused", answers: [.refused(stage: .sender, code: 553, reply: "553 5.7.1 not yours")],
      statuses: [.deferred, .deferred, .deferred, .deferred, .deferred], outcomes: [.postponed], stops: true),
    Row(
      story: "wrong password", answers: [.loginRefused("535")],
      statuses: [.deferred, .deferred, .deferred, .deferred, .deferred], outcomes: [], withdrawn: 1, stops: true),
    Row(
      story: "no connection", answers: [.unreachable("refused")],
      statuses: [.deferred, .deferred, .deferred, .deferred, .deferred], outcomes: [], withdrawn: 1, stops: true),
    Row(
      story: "no answer to the message", answers: [.accepted(reply: "250"), .uncertain("timeout")],
      statuses: [.sent, .failed, .deferred, .deferred, .deferred], outcomes: [.sent], stops: true),
  ]

  @Test("what the server says decides, and the intent is written first", arguments: rows)
  func send(_ row: Row) throws {
    let selection = RecipientSelector(rules: RecipientRules(domains: ["example.com"])).select(
      sampleReport((1...5).map { sampleUser("user\($0)@example.com") }))
    let due = selection.recipients.map { PlannedNotice(recipient: $0, kind: .notice, round: 1, repeats: 0) }
    let now = Timestamp(seconds: 1_795_000_000)
    let ledger = Ledger()
    let carrier = Carrier(row.answers)
    let courier = NoticeCourier(
      composer: NoticeComposer(campaign: try NoticeComposerTests.campaign(), templates: try TemplateSet(), now: now),
      ledger: ledger, carrier: carrier, envelopeSender: try #require(NoticeAddress("bounces@example.com")),
      limits: row.limits, clock: SendingClock(now: { now }, wait: { _ in }))
    let result = try courier.send(due)
    #expect(result.entries.map(\.status) == row.statuses)
    #expect((result.stop != nil) == row.stops)
    let writes = ledger.writes.withLock { $0 }
    #expect(writes.compactMap(\.outcome) == row.outcomes)
    #expect(ledger.withdrawn.withLock { $0.count } == row.withdrawn)
    // Each attempt has an intent of its own in front of it.
    #expect(writes.filter { $0.outcome == nil }.map(\.recipient) == carrier.recipients)
    for entry in result.entries where [.failed, .undeliverable, .skipped, .deferred].contains(entry.status) {
      #expect(entry.reason?.isEmpty == false)
    }
  }

  @Test("a notice that no server was offered is as it was before the run", arguments: [nil, NoticeOutcome.postponed])
  func unoffered(outcome: NoticeOutcome?) throws {
    let selection = RecipientSelector(rules: RecipientRules(domains: ["example.com"])).select(
      sampleReport([sampleUser("user1@example.com")]))
    let due = selection.recipients.map { PlannedNotice(recipient: $0, kind: .notice, round: 1, repeats: 0) }
    let now = Timestamp(seconds: 1_795_000_000)
    let ledger = Ledger()
    let composer = NoticeComposer(campaign: try NoticeComposerTests.campaign(), templates: try TemplateSet(), now: now)
    let earlier = NoticeRecord(
      campaign: composer.campaign.name, kind: .notice, identity: "user1@example.com", recipient: "user1@example.com",
      round: 1, messageID: "<1@example.com>", readiness: .notReady, intentAt: now, outcome: outcome)
    let other = NoticeRecord(
      campaign: composer.campaign.name, kind: .notice, identity: "user2@example.com", recipient: "user2@example.com",
      round: 1, messageID: "<2@example.com>", readiness: .notReady, intentAt: now, outcome: .sent)
    ledger.writes.withLock { $0 = [earlier, other] }
    let courier = NoticeCourier(
      composer: composer, ledger: ledger, carrier: Carrier([.unreachable("refused")]),
      envelopeSender: try #require(NoticeAddress("bounces@example.com")), limits: SendingLimits(limit: nil),
      clock: SendingClock(now: { now }, wait: { _ in }))
    #expect(try courier.send(due).entries.map(\.status) == [.deferred])
    #expect(ledger.withdrawn.withLock { $0 } == [earlier])
  }

  @Test("no faster than was set")
  func pace() throws {
    let selection = RecipientSelector(rules: RecipientRules(domains: ["example.com"])).select(
      sampleReport((1...3).map { sampleUser("user\($0)@example.com") }))
    let waits = Mutex<[Int64]>([])
    let now = Timestamp(seconds: 1_795_000_000)
    let courier = NoticeCourier(
      composer: NoticeComposer(campaign: try NoticeComposerTests.campaign(), templates: try TemplateSet(), now: now),
      ledger: Ledger(), carrier: Carrier([]), envelopeSender: try #require(NoticeAddress("bounces@example.com")),
      limits: SendingLimits(limit: nil, intervalMilliseconds: 250),
      clock: SendingClock(now: { now }, wait: { wait in waits.withLock { $0.append(wait) } }))
    _ = try courier.send(
      selection.recipients.map { PlannedNotice(recipient: $0, kind: .notice, round: 1, repeats: 0) })
    #expect(waits.withLock { $0 } == [250, 250])
  }
}
