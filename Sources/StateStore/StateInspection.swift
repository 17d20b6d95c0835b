import GRDB

/// Refuses a state that is damaged, foreign or of a later version.
struct StateInspection {
  /// Where the state is.
  let path: String
  /// Whether days and blocks of days are left to whoever reads them.
  let isPartial: Bool

  func inspect(_ queue: DatabaseQueue) throws {
    try queue.read { db in
      if !isPartial { try expectSound(db, "PRAGMA integrity_check(3)") }
      let application = try Int.fetchOne(db, sql: "PRAGMA application_id")
      let tables = try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM sqlite_master") ?? 0
      // A file that was begun and never committed to is as good as new.
      if tables == 0, application == 0 { return }
      guard application == StateSchema.applicationID else { throw damaged("it is no state of port587") }
      if try StateSchema.migrator.hasBeenSuperseded(db) { throw StateError.newer(path: path) }
      guard try StateSchema.migrator.hasCompletedMigrations(db) else {
        try inspectEarlier(db)
        return
      }
      for table in StateSchema.sealed {
        try expectSeal(db, table, table.sealed, isNeeded: true)
        if isPartial {
          if table is any ReadOneByOne.Type { continue }
          try expectSound(db, "PRAGMA integrity_check(\(table.table))")
        }
        try table.verifyAll(db)
      }
    }
  }

  /// A state of an earlier version: what it has is held against its seals, before the migration writes new ones.
  ///
  /// One whose making was cut off has no seals yet, and no rows.
  private func inspectEarlier(_ db: Database) throws {
    guard try db.tableExists("seal") else { return }
    for table in StateSchema.sealed where try db.tableExists(table.table) {
      try expectSeal(db, table, StateInspection.sealedBefore5, isNeeded: false)
      try table.verifyAll(db)
    }
  }

  /// What the seals of states before migration 5 summed up.
  private static let sealedBefore5 = "chk & 2147483647"

  private func expectSeal(_ db: Database, _ table: any StoredRow.Type, _ sum: String, isNeeded: Bool) throws {
    let sealed = try Row.fetchOne(db, sql: "SELECT rows, sum FROM seal WHERE name = ?", arguments: [table.table])
    if sealed == nil, !isNeeded { return }
    let found = try Row.fetchOne(
      db, sql: "SELECT COUNT(*), COALESCE(SUM(\(sum)), 0) FROM \(table.table) NOT INDEXED")
    // Compared as they lie there: a flipped byte can make text of a number, which reading as a number would end in a trap.
    let isSame =
      sealed.map { [$0[0] as DatabaseValue, $0[1] as DatabaseValue] }
      == found.map { [$0[0] as DatabaseValue, $0[1] as DatabaseValue] }
    guard sealed != nil, isSame else { throw damaged("the table \(table.table) is not as it was written") }
  }

  private func expectSound(_ db: Database, _ check: String) throws {
    let problems = try String.fetchAll(db, sql: check)
    guard problems == ["ok"] else { throw damaged(problems.joined(separator: "; ")) }
  }

  private func damaged(_ detail: String) -> StateError { .damaged(path: path, detail: detail) }
}
