import MailModel
import Testing

@Suite("Notices, merging")
struct NoticeRecordMergeTests {
  private static func record(
    _ outcome: NoticeOutcome?, intent: Int64 = 100, at: Int64? = nil, repeats: Int = 0, detail: String? = nil
  ) -> NoticeRecord {
    NoticeRecord(
      campaign: "2026-12-01", kind: .notice, identity: "ana@example.com", recipient: "ana@example.com", round: 1,
      messageID: "<a@example.com>", readiness: .moving, intentAt: Timestamp(seconds: intent), repeats: repeats,
      outcome: outcome, outcomeAt: at.map { Timestamp(seconds: $0) }, detail: detail)
  }

  static let all: [NoticeRecord] =
    [nil, .sent, .failed, .postponed, .undeliverable].flatMap { outcome in
      [
        record(outcome), record(outcome, intent: 200), record(outcome, at: 300), record(outcome, repeats: 1),
        record(outcome, detail: ""), record(outcome, detail: "é"), record(outcome, detail: "e\u{301}"),
        record(outcome).takenBack(at: Timestamp(seconds: 400)),
      ]
    }

  @Test("any two merge to one of them, in either order, and again to the same")
  func pairs() {
    for a in Self.all {
      for b in Self.all {
        let merged = a.merged(with: b)
        #expect(merged == a || merged == b)
        #expect(merged == b.merged(with: a))
        #expect(merged == merged.merged(with: a))
        #expect(merged == merged.merged(with: b))
        for c in Self.all where c.merged(with: a.merged(with: b)) != a.merged(with: b.merged(with: c)) {
          Issue.record("\(a) \(b) \(c)")
        }
      }
    }
  }

  @Test("what keeps somebody from being told twice stays")
  func order() {
    let order =
      [record(.postponed), record(.failed), record(nil), record(.sent), record(.undeliverable)]
      + [record(.undeliverable).takenBack(at: Timestamp(seconds: 400))]
    for (number, record) in order.enumerated() {
      for other in order[..<number] { #expect(record.merged(with: other) == record) }
    }
    #expect(record(.sent, intent: 100).merged(with: record(.sent, intent: 200)).intentAt.seconds == 200)
  }

  private func record(_ outcome: NoticeOutcome?, intent: Int64 = 100) -> NoticeRecord {
    Self.record(outcome, intent: intent)
  }
}
