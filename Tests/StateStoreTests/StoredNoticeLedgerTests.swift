import Foundation
import MailModel
import StateStore
import Testing

@Suite("Notice ledger")
struct StoredNoticeLedgerTests {
  @Test("intents and outcomes are there again after the file was closed")
  func roundTrip() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("ledger-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("state.sqlite").path
    func record(_ name: String, round: Int, at seconds: Int64) -> NoticeRecord {
      NoticeRecord(
        campaign: "2026-12-01", kind: .notice, identity: "\(name)@example.com", recipient: "\(name)@example.com",
        round: round, messageID: "<\(name)\(round)@example.com>", readiness: .moving,
        intentAt: Timestamp(seconds: seconds))
    }
    var sent = record("ana", round: 1, at: 100)
    var gone = record("gone", round: 1, at: 200)
    let open = record("eva", round: 2, at: 300)
    do {
      let ledger = StoredNoticeLedger(file: try StateFile(path: path, mayCreate: true))
      for intent in [sent, gone, open] { try ledger.begin(intent) }
      sent.outcome = .sent
      sent.outcomeAt = Timestamp(seconds: 101)
      sent.detail = "250 2.0.0 Ok"
      try ledger.finish(sent)
      gone.outcome = .undeliverable
      try ledger.finish(gone)
    }
    let ledger = StoredNoticeLedger(file: try StateFile(path: path, mayCreate: false))
    #expect(try ledger.records(campaign: "2026-12-01") == [sent, gone, open])
    #expect(try ledger.records(campaign: "2027-01-01").isEmpty)
    #expect(try ledger.undeliverable() == ["gone@example.com"])
    #expect(try ledger.attempts(since: Timestamp(seconds: 0)) == 2)
    #expect(try ledger.attempts(since: Timestamp(seconds: 250)) == 1)
    // What no server was offered is taken back, and what stood there before stands there again.
    var again = gone
    again.repeats = 1
    try ledger.begin(again)
    try ledger.withdraw(again, for: gone)
    try ledger.withdraw(open, for: nil)
    #expect(try ledger.records(campaign: "2026-12-01") == [sent, gone])
  }
}
