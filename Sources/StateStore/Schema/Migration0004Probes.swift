import GRDB

/// What the latest probe of each port found, what port 25 says before and after the switch, and how each server's log shows its ports.
enum Migration0004Probes: StateMigration {
  static let name = "0004 probes"

  static func migrate(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE probe (host TEXT NOT NULL, port INTEGER NOT NULL, chk INTEGER NOT NULL, probed_at INTEGER NOT NULL,
          targets BLOB NOT NULL, PRIMARY KEY (host, port));
        CREATE TABLE signature (host TEXT NOT NULL, port INTEGER NOT NULL, phase TEXT NOT NULL, chk INTEGER NOT NULL,
          signature BLOB NOT NULL, PRIMARY KEY (host, port, phase));
        CREATE TABLE calibration (server TEXT PRIMARY KEY, chk INTEGER NOT NULL, taken_at INTEGER NOT NULL,
          calibration BLOB NOT NULL);
        """)
  }
}
