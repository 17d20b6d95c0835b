import Foundation
import GRDB

/// The file that remembers what was counted and how far each log was read.
///
/// SQLite in WAL mode with `synchronous=FULL`: what a commit wrote survives a crash and a power cut, and a commit is seen
/// whole or not at all. Who may write is settled outside, by a lock.
public final class StateFile: Sendable {
  /// Where it is.
  public let path: String
  let queue: DatabaseQueue

  /// Opens a state, or makes a new one.
  ///
  /// - Parameter mayCreate: whether a missing file is made; otherwise it is an error.
  public init(path: String, mayCreate: Bool) throws(StateError) {
    self.path = path
    let exists = FileManager.default.fileExists(atPath: path)
    guard exists || mayCreate else { throw .missing(path: path) }
    var configuration = Configuration()
    configuration.busyMode = .timeout(10)
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA synchronous = FULL")
      // What is forgotten is overwritten at once.
      try db.execute(sql: "PRAGMA secure_delete = ON")
    }
    do {
      queue = try DatabaseQueue(path: path, configuration: configuration)
      if exists { try StateFile.inspect(queue, path) }
      try queue.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA journal_mode = WAL") }
      try StateFile.migrate(queue, path, isNew: !exists)
    } catch {
      throw StateError(error, path: path)
    }
  }

  /// Refuses what is damaged, foreign or of a later version.
  private static func inspect(_ queue: DatabaseQueue, _ path: String) throws {
    try queue.read { db in
      let problems = try String.fetchAll(db, sql: "PRAGMA integrity_check(3)")
      guard problems == ["ok"] else { throw StateError.damaged(path: path, detail: problems.joined(separator: "; ")) }
      let application = try Int.fetchOne(db, sql: "PRAGMA application_id")
      let tables = try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM sqlite_master") ?? 0
      // A file that was begun and never committed to is as good as new.
      if tables == 0, application == 0 { return }
      guard application == StateSchema.applicationID else {
        throw StateError.damaged(path: path, detail: "it is no state of port587")
      }
      if try StateSchema.migrator.hasBeenSuperseded(db) { throw StateError.newer(path: path) }
      guard try StateSchema.migrator.hasCompletedMigrations(db) else { return }
      try verifySeals(db, path)
      for table in StateSchema.sealed { try table.verifyAll(db) }
    }
  }

  private static func migrate(_ queue: DatabaseQueue, _ path: String, isNew: Bool) throws {
    let done = try queue.read { try StateSchema.migrator.appliedIdentifiers($0) }
    guard done.count < StateSchema.migrations.count else { return }
    if !isNew, !done.isEmpty {
      // An older state is kept beside the migrated one.
      let backup = "\(path).before-\(done.count + 1)"
      if !FileManager.default.fileExists(atPath: backup) {
        try queue.writeWithoutTransaction { try $0.execute(sql: "VACUUM INTO ?", arguments: [backup]) }
      }
    }
    try queue.write { try $0.execute(sql: "PRAGMA application_id = \(StateSchema.applicationID)") }
    try StateSchema.migrator.migrate(queue)
  }

  /// Reads within one transaction.
  func read<Value>(_ body: (Database) throws -> Value) throws(StateError) -> Value {
    do { return try queue.read(body) } catch { throw StateError(error, path: path) }
  }

  /// Writes within one transaction, sealed at its end.
  func write<Value>(_ body: (Database) throws -> Value) throws(StateError) -> Value {
    do {
      return try queue.write { db in
        let value = try body(db)
        try StateFile.seal(db)
        return value
      }
    } catch {
      throw StateError(error, path: path)
    }
  }

  /// Number of rows and sum of their check sums, so that a row that vanished is noticed.
  static func seal(_ db: Database) throws {
    for table in StateSchema.sealed {
      try db.execute(
        sql: """
          INSERT OR REPLACE INTO seal (name, rows, sum)
          SELECT '\(table.table)', COUNT(*), COALESCE(SUM(chk & 2147483647), 0) FROM \(table.table)
          """)
    }
  }

  private static func verifySeals(_ db: Database, _ path: String) throws {
    for table in StateSchema.sealed {
      let sealed = try Row.fetchOne(db, sql: "SELECT rows, sum FROM seal WHERE name = ?", arguments: [table.table])
      let found = try Row.fetchOne(
        db, sql: "SELECT COUNT(*), COALESCE(SUM(chk & 2147483647), 0) FROM \(table.table)")
      // Compared as they lie there: a flipped byte can make text of a number, which reading as a number would end in a trap.
      let isSame =
        sealed.map { [$0[0] as DatabaseValue, $0[1] as DatabaseValue] }
        == found.map { [$0[0] as DatabaseValue, $0[1] as DatabaseValue] }
      guard sealed != nil, isSame else {
        throw StateError.damaged(path: path, detail: "the table \(table.table) is not as it was written")
      }
    }
  }
}
