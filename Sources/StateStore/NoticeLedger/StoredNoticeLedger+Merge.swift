internal import GRDB
public import MailModel

extension StoredNoticeLedger {
  /// Takes in the records of another ledger, in one transaction.
  ///
  /// - Returns: how many records are new here or say more than before.
  public func adopt(_ records: [NoticeRecord]) throws(NoticeLedgerFault) -> Int {
    try change { db in
      var count = 0
      for record in records {
        let known = try Row.fetchOne(
          db, sql: "SELECT * FROM notice WHERE campaign = ? AND kind = ? AND identity = ? AND round = ?",
          arguments: [record.campaign, record.kind.rawValue, record.identity, record.round]
        ).map(StoredNoticeLedger.record)
        let merged = known.map { $0.merged(with: record) } ?? record
        guard merged != known else { continue }
        try StoredNoticeLedger.put(merged, db)
        count += 1
      }
      return count
    }
  }
}
