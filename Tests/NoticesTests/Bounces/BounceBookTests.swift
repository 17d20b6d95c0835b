import MailModel
import Testing

@testable import Notices

@Suite("Bounces, ledger")
struct BounceBookTests {
  private static let now = Timestamp(seconds: 1_795_000_000)

  private static func record(_ outcome: NoticeOutcome? = .sent, detail: String? = "250 Ok") -> NoticeRecord {
    NoticeRecord(
      campaign: "2026-12-01", kind: .notice, identity: "gone@example.com", recipient: "Gone@example.com", round: 1,
      messageID: "<abc.port587@example.com>", readiness: .notReady, intentAt: Timestamp(seconds: 1_794_900_000),
      outcome: outcome, detail: detail)
  }

  private static func report(
    _ action: DeliveryReport.Action, _ status: String, to: String? = "gone@example.com",
    original: String? = nil, id: String? = "<abc.port587@example.com>", words: String = "550 no"
  ) -> DeliveryReport {
    DeliveryReport(
      messageID: id, originalRecipient: original, finalRecipient: to, action: action, status: status,
      diagnostic: words)
  }

  struct Row: Sendable, CustomTestStringConvertible {
    let story: String
    let report: DeliveryReport
    var known: NoticeRecord = BounceBookTests.record()
    let verdict: BounceVerdict
    /// Of the ledger afterwards.
    let outcome: NoticeOutcome?
    var testDescription: String { story }
  }

  static let rows: [Row] = [
    Row(story: "no such mailbox", report: report(.failed, "5.1.1"), verdict: .undeliverable, outcome: .undeliverable),
    Row(story: "no words", report: report(.failed, "5.0.0"), verdict: .failed, outcome: .failed),
    Row(
      story: "Exim: no such user", report: report(.failed, "5.0.0", words: "550 5.1.1 <gone@example.com> User unknown"),
      verdict: .undeliverable, outcome: .undeliverable),
    Row(
      story: "Exim: no such user, in words", report: report(.failed, "5.0.0", words: "550 No such user here"),
      verdict: .undeliverable, outcome: .undeliverable),
    Row(
      story: "Exim: full", report: report(.failed, "5.0.0", words: "552 5.2.2 mailbox full"), verdict: .failed,
      outcome: .failed),
    Row(
      story: "Exim: spam", report: report(.failed, "5.0.0", words: "554 5.7.1 spam"), verdict: .failed,
      outcome: .failed),
    Row(story: "host not found", report: report(.failed, "5.4.4"), verdict: .failed, outcome: .failed),
    Row(story: "given up", report: report(.failed, "5.4.7"), verdict: .failed, outcome: .failed),
    Row(
      story: "sender's mailbox", report: report(.failed, "5.1.8", words: "550 5.1.8 Sender address rejected"),
      verdict: .failed, outcome: .failed),
    Row(
      story: "taken back by hand", report: report(.failed, "5.1.1"),
      known: record(.undeliverable).takenBack(at: BounceBookTests.now), verdict: .known, outcome: .failed),
    Row(story: "disabled", report: report(.failed, "5.2.1"), verdict: .undeliverable, outcome: .undeliverable),
    Row(story: "mailbox full", report: report(.failed, "5.2.2"), verdict: .failed, outcome: .failed),
    Row(story: "policy", report: report(.failed, "5.7.1"), verdict: .failed, outcome: .failed),
    Row(story: "given up after days", report: report(.failed, "4.4.1"), verdict: .failed, outcome: .failed),
    Row(story: "delayed", report: report(.delayed, "4.4.1"), verdict: .delayed, outcome: .sent),
    Row(story: "delivered", report: report(.relayed, "2.0.0"), verdict: .delivered, outcome: .sent),
    Row(
      story: "by the address that was given",
      report: report(.failed, "5.1.1", to: "x@example.net", original: "gone@example.com"),
      verdict: .undeliverable, outcome: .undeliverable),
    Row(
      story: "forwarded elsewhere", report: report(.failed, "5.1.1", to: "x@example.net"), verdict: .otherRecipient,
      outcome: .sent),
    Row(
      story: "of no notice", report: report(.failed, "5.1.1", id: "<other@example.com>"), verdict: .notOurs,
      outcome: .sent),
    Row(story: "without the message", report: report(.failed, "5.1.1", id: nil), verdict: .notOurs, outcome: .sent),
    Row(
      story: "answer was not known", report: report(.failed, "5.1.1"), known: record(nil, detail: nil),
      verdict: .undeliverable, outcome: .undeliverable),
    Row(
      story: "known to be undeliverable", report: report(.failed, "4.4.1"), known: record(.undeliverable),
      verdict: .known, outcome: .undeliverable),
    Row(
      story: "late report of delay", report: report(.delayed, "4.4.1"), known: record(.undeliverable), verdict: .known,
      outcome: .undeliverable),
  ]

  @Test("what a notification changes, and that reading it again changes nothing", arguments: rows)
  func verdict(_ row: Row) {
    var book = BounceBook([row.known])
    #expect(book.take(row.report, at: Self.now).0 == row.verdict)
    let after = book.changed.first ?? row.known
    #expect(after.outcome == row.outcome)
    #expect(book.changed.count == ([.undeliverable, .failed, .delayed].contains(row.verdict) ? 1 : 0))
    var again = BounceBook([after])
    _ = again.take(row.report, at: Self.now)
    #expect(again.changed.isEmpty)
  }

  @Test("delay and then failure is one changed record, in either order")
  func twice() {
    let reports = [Self.report(.delayed, "4.4.1"), Self.report(.failed, "5.1.1")]
    for order in [reports, reports.reversed()] {
      var book = BounceBook([Self.record()])
      for report in order { _ = book.take(report, at: Self.now) }
      #expect(book.changed.map(\.outcome) == [.undeliverable])
    }
  }

  @Test("every message is counted once")
  func summary() {
    let text = DeliveryReportReaderTests.bounce(DeliveryReportReaderTests.failed)
    let box = "From a\n\(text)\nFrom b\nSubject: out of office\n\nback on Monday\n\nFrom c\n\(text)"
    var book = BounceBook([Self.record()])
    var summary = BounceSummary(generatedAt: Self.now)
    summary.read(Array(box.utf8), &book)
    #expect(summary.messages == 3)
    #expect(summary.counts.values.reduce(0, +) == 3)
    #expect(summary.counts["undeliverable"] == 1)
    #expect(summary.counts["known"] == 1)
    #expect(summary.counts["noNotification"] == 1)
    #expect(summary.notices.map(\.to) == ["Gone@example.com"])
  }
}
