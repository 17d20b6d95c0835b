internal import GRDB
public import MailModel

/// The notice ledger in the state file.
///
/// A record is written for itself, outside the seals of the counts: a notice that has left must be noted in whatever state the rest is.
public struct StoredNoticeLedger: NoticeLedger {
  private let file: StateFile

  /// Takes the state; who may write is settled outside, by a lock.
  public init(file: StateFile) { self.file = file }

  /// Every record of a campaign, in the order of their intents.
  public func records(campaign: String) throws(NoticeLedgerFault) -> [NoticeRecord] {
    try read { db in
      try Row.fetchAll(
        db, sql: "SELECT * FROM notice WHERE campaign = ? ORDER BY intent_at, identity, kind, round",
        arguments: [campaign]
      ).map(StoredNoticeLedger.record)
    }
  }

  /// Every record of every campaign, in the order of their intents.
  public func records() throws(NoticeLedgerFault) -> [NoticeRecord] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT * FROM notice ORDER BY intent_at, campaign, identity, kind, round")
        .map(StoredNoticeLedger.record)
    }
  }

  /// Addresses that a server has refused for good, in any campaign.
  public func undeliverable() throws(NoticeLedgerFault) -> Set<String> {
    try read { db in
      try String.fetchSet(db, sql: "SELECT DISTINCT recipient FROM notice WHERE outcome = 'undeliverable'")
    }
  }

  /// How many messages were begun since a moment and not refused, in any campaign.
  public func attempts(since moment: Timestamp) throws(NoticeLedgerFault) -> Int {
    try read { db in
      try Int.fetchOne(
        db,
        sql: """
          SELECT COUNT(*) FROM notice
          WHERE intent_at >= ? AND (outcome IS NULL OR outcome = 'sent') AND kind <> 'digest'
          """,
        arguments: [moment.milliseconds]) ?? 0
    }
  }

  /// Writes that a message is about to leave.
  public func begin(_ record: NoticeRecord) throws(NoticeLedgerFault) { try write(record) }

  /// Writes what became of it.
  public func finish(_ record: NoticeRecord) throws(NoticeLedgerFault) { try write(record) }

  /// Takes back a record whose message no server was offered.
  public func withdraw(_ record: NoticeRecord, for earlier: NoticeRecord?) throws(NoticeLedgerFault) {
    if let earlier { return try write(earlier) }
    try change { db in
      try db.execute(
        sql: "DELETE FROM notice WHERE campaign = ? AND kind = ? AND identity = ? AND round = ?",
        arguments: [record.campaign, record.kind.rawValue, record.identity, record.round])
    }
  }

  private func write(_ record: NoticeRecord) throws(NoticeLedgerFault) {
    try change { db in try StoredNoticeLedger.put(record, db) }
  }

  /// Does something in a transaction of its own.
  func change<T>(_ body: (Database) throws -> T) throws(NoticeLedgerFault) -> T {
    do {
      return try file.queue.write(body)
    } catch {
      throw .cannotWrite("\(StateError(error, path: file.path))")
    }
  }

  static func put(_ record: NoticeRecord, _ db: Database) throws {
    try db.execute(
      sql: """
        INSERT OR REPLACE INTO notice (campaign, kind, identity, round, recipient, message_id, readiness, intent_at,
          repeats, outcome, outcome_at, detail) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        record.campaign, record.kind.rawValue, record.identity, record.round, record.recipient, record.messageID,
        record.readiness.rawValue, record.intentAt.milliseconds, record.repeats, record.outcome?.rawValue,
        record.outcomeAt?.milliseconds, record.detail,
      ])
  }

  private func read<T>(_ body: (Database) throws -> T) throws(NoticeLedgerFault) -> T {
    do {
      return try file.queue.read(body)
    } catch {
      throw .cannotRead("\(StateError(error, path: file.path))")
    }
  }

  static func record(_ row: Row) throws -> NoticeRecord {
    guard let kind = NoticeKind(rawValue: row["kind"]), let readiness = Readiness(rawValue: row["readiness"]) else {
      throw StateError.damaged(path: "", detail: "a notice of an unknown kind")
    }
    let outcome: String? = row["outcome"]
    let outcomeAt: Int64? = row["outcome_at"]
    return NoticeRecord(
      campaign: row["campaign"], kind: kind, identity: row["identity"], recipient: row["recipient"],
      round: row["round"],
      messageID: row["message_id"], readiness: readiness, intentAt: Timestamp(milliseconds: row["intent_at"]),
      repeats: row["repeats"], outcome: outcome.flatMap { NoticeOutcome(rawValue: $0) },
      outcomeAt: outcomeAt.map { Timestamp(milliseconds: $0) }, detail: row["detail"])
  }
}
