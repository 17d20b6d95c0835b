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
  /// Whoever may write holds everything against its check sums first. Who only reads, without a lock, sees the state as it was at this
  /// moment, however long that takes; of what was counted only that is verified which is read, so that it costs no more with every day.
  ///
  /// - Parameters:
  ///   - mayCreate: whether a missing file is made; otherwise it is an error.
  ///   - forReading: whether nothing will be written.
  public init(path: String, mayCreate: Bool, forReading: Bool = false) throws(StateError) {
    self.path = path
    let exists = FileManager.default.fileExists(atPath: path)
    guard exists || mayCreate else { throw .missing(path: path) }
    var configuration = Configuration()
    configuration.busyMode = .timeout(10)
    configuration.allowsUnsafeTransactions = forReading
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA synchronous = FULL")
      // What is forgotten is overwritten at once.
      try db.execute(sql: "PRAGMA secure_delete = ON")
    }
    do {
      queue = try DatabaseQueue(path: path, configuration: configuration)
      if forReading, exists, try StateFile.beginReading(queue) {
        try StateInspection(path: path, isPartial: true).inspect(queue)
        return
      }
      if exists { try StateInspection(path: path, isPartial: false).inspect(queue) }
      try queue.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA journal_mode = WAL") }
      try StateFile.migrate(queue, path, isNew: !exists)
    } catch {
      throw StateFile.explained(StateError(error, path: path), forReading: forReading)
    }
  }

  /// Says what to do where a state lies in a place that may not be written.
  private static func explained(_ error: StateError, forReading: Bool) -> StateError {
    guard forReading, case .failed(let path, let reason) = error else { return error }
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    guard
      !FileManager.default.isWritableFile(atPath: path)
        || !FileManager.default.isWritableFile(atPath: folder.isEmpty ? "." : folder)
    else { return error }
    return .failed(
      path: path,
      reason:
        "\(reason). SQLite writes beside a state also when it is only read, and you may not write there: copy it, with "
        + "\(path)-wal if there is one, to a folder of your own, and name the copy")
  }

  /// Begins the one transaction in which all is read; false when there is something to migrate.
  private static func beginReading(_ queue: DatabaseQueue) throws -> Bool {
    try queue.writeWithoutTransaction { db in
      try db.beginTransaction(.deferred)
      if try Int.fetchOne(db, sql: "PRAGMA application_id") == StateSchema.applicationID,
        try StateSchema.migrator.hasCompletedMigrations(db)
      {
        return true
      }
      try db.rollback()
      return false
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

  /// Writes within one transaction, with the tables that are written to sealed at its end.
  @discardableResult
  func write<Value>(
    _ tables: [any StoredRow.Type], _ body: (Database) throws -> Value
  ) throws(StateError) -> Value {
    do {
      return try queue.write { db in
        let value = try body(db)
        try StateFile.seal(db, tables)
        return value
      }
    } catch {
      throw StateError(error, path: path)
    }
  }

  /// Number of rows and sum of their check sums, so that a row that vanished is noticed.
  static func seal(_ db: Database, _ tables: [any StoredRow.Type] = StateSchema.sealed) throws {
    for table in tables {
      try db.execute(
        sql: """
          INSERT OR REPLACE INTO seal (name, rows, sum)
          SELECT '\(table.table)', COUNT(*), COALESCE(SUM(\(table.sealed)), 0) FROM \(table.table) NOT INDEXED
          """)
    }
  }
}
