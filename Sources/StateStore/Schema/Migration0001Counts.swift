import GRDB

/// Counts by day, how far each log was read, open sessions, runs.
enum Migration0001Counts: StateMigration {
  static let name = "0001 counts"

  static func migrate(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE part (id INTEGER PRIMARY KEY, chk INTEGER NOT NULL, origin TEXT NOT NULL, server TEXT NOT NULL,
          is_own INTEGER NOT NULL, generation INTEGER NOT NULL, UNIQUE (origin, server));
        CREATE TABLE day (part INTEGER NOT NULL, day INTEGER NOT NULL, chk INTEGER NOT NULL, facts BLOB NOT NULL,
          PRIMARY KEY (part, day));
        CREATE TABLE source (id INTEGER PRIMARY KEY, chk INTEGER NOT NULL, part INTEGER NOT NULL, path TEXT NOT NULL,
          format TEXT NOT NULL, stream TEXT NOT NULL, device INTEGER NOT NULL, inode INTEGER NOT NULL,
          print BLOB NOT NULL, offset INTEGER NOT NULL, tail INTEGER NOT NULL, last_local INTEGER NOT NULL,
          first_at INTEGER NOT NULL, last_at INTEGER NOT NULL,
          clock_day INTEGER NOT NULL, clock_millisecond INTEGER NOT NULL, lines INTEGER NOT NULL,
          events INTEGER NOT NULL, ignored INTEGER NOT NULL, unrecognised INTEGER NOT NULL,
          malformed INTEGER NOT NULL);
        CREATE TABLE stream (part INTEGER NOT NULL, name TEXT NOT NULL, chk INTEGER NOT NULL, open BLOB NOT NULL,
          PRIMARY KEY (part, name));
        CREATE TABLE seen (part INTEGER NOT NULL, device INTEGER NOT NULL, inode INTEGER NOT NULL,
          chk INTEGER NOT NULL, size INTEGER NOT NULL, modified INTEGER NOT NULL, changed INTEGER NOT NULL,
          path TEXT NOT NULL, PRIMARY KEY (part, device, inode));
        CREATE TABLE run (id INTEGER PRIMARY KEY, chk INTEGER NOT NULL, part INTEGER NOT NULL,
          started_at INTEGER NOT NULL, finished_at INTEGER NOT NULL, lines INTEGER NOT NULL, sources BLOB NOT NULL);
        CREATE TABLE seal (name TEXT PRIMARY KEY, rows INTEGER NOT NULL, sum INTEGER NOT NULL);
        """)
  }
}
