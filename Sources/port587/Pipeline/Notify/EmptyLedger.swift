import MailModel

/// The ledger of somebody who keeps no state: nothing was told, and nothing can be sent.
struct EmptyLedger: NoticeLedger {
  func records(campaign: String) -> [NoticeRecord] { [] }
  func records() -> [NoticeRecord] { [] }
  func undeliverable() -> Set<String> { [] }
  func attempts(since moment: Timestamp) -> Int { 0 }
  func begin(_ record: NoticeRecord) throws(NoticeLedgerFault) { throw .cannotWrite("no --state was given") }
  func finish(_ record: NoticeRecord) throws(NoticeLedgerFault) { throw .cannotWrite("no --state was given") }
  func withdraw(_ record: NoticeRecord, for earlier: NoticeRecord?) throws(NoticeLedgerFault) {
    throw .cannotWrite("no --state was given")
  }
}
