import GRDB

/// Sessions and connection records that wait for one another, by day.
enum Migration0003Joins: StateMigration {
  static let name = "0003 joins"

  static func migrate(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE joining (part INTEGER NOT NULL, day INTEGER NOT NULL, chk INTEGER NOT NULL, kept BLOB NOT NULL,
          PRIMARY KEY (part, day));
        """)
  }
}
