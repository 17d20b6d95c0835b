import GRDB

/// What was counted on the days of a stretch, put together from the days.
enum Migration0005Blocks: StateMigration {
  static let name = "0005 blocks"

  static func migrate(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE block (part INTEGER NOT NULL, first INTEGER NOT NULL, length INTEGER NOT NULL, chk INTEGER NOT NULL,
          days INTEGER NOT NULL, made_of INTEGER NOT NULL, facts BLOB NOT NULL, PRIMARY KEY (part, first, length));
        """)
  }
}
