import GRDB

/// Who was told what, and what became of it.
enum Migration0002Notices: StateMigration {
  static let name = "0002 notices"

  static func migrate(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE notice (campaign TEXT NOT NULL, kind TEXT NOT NULL, identity TEXT NOT NULL, round INTEGER NOT NULL,
          recipient TEXT NOT NULL, message_id TEXT NOT NULL, readiness TEXT NOT NULL, intent_at INTEGER NOT NULL,
          repeats INTEGER NOT NULL, outcome TEXT, outcome_at INTEGER, detail TEXT,
          PRIMARY KEY (campaign, kind, identity, round)) WITHOUT ROWID;
        CREATE INDEX notice_by_intent ON notice (intent_at);
        """)
  }
}
