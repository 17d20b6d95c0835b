import Foundation
import GRDB

/// What is done to a state beside counting.
extension StateFile {
  /// Removes the days outside of a range, and runs and notices from before a moment (seconds since 1970); says how many days.
  ///
  /// - Parameters:
  ///   - streams: streams without the open sessions of these days.
  ///   - campaign: notices of a campaign whose name, which is a day, is this one or later are kept however old they are; nothing for none.
  public func purge(
    keeping kept: ClosedRange<Int64>, streams: [StoredStream], runsBefore moment: Int64?,
    noticesFrom campaign: String? = nil
  ) throws(StateError) -> Int {
    let removed = try write(StateSchema.sealed) { db in
      let outside: StatementArguments = [kept.lowerBound, kept.upperBound]
      try db.execute(sql: "DELETE FROM block WHERE first < ? OR first + length - 1 > ?", arguments: outside)
      try db.execute(sql: "DELETE FROM day WHERE day NOT BETWEEN ? AND ?", arguments: outside)
      let removed = db.changesCount
      try db.execute(sql: "DELETE FROM joining WHERE day NOT BETWEEN ? AND ?", arguments: outside)
      for stream in streams { try stream.save(db) }
      try StateFile.forgetFuture(after: kept.upperBound, db)
      if let moment {
        try db.execute(
          sql: "DELETE FROM notice WHERE intent_at < ? AND (? IS NULL OR campaign < ?)",
          arguments: [moment * 1000, campaign, campaign])
        try db.execute(
          sql: "DELETE FROM run WHERE started_at < ? AND id < (SELECT MAX(id) FROM run)", arguments: [moment])
      }
      try StateFile.bump(db)
      return removed
    }
    try compact()
    return removed
  }

  /// Takes stamps of days that are gone out of what is known of the logs.
  private static func forgetFuture(after day: Int64, _ db: Database) throws {
    // Beyond any stamp: nothing is removed at this end.
    guard day < 1 << 32 else { return }
    let end = (day + 1) * 86_400_000 - 1
    for var source in try StoredSource.read(db) where source.lastLocal > end {
      let ahead = source.lastLocal - end
      source.lastLocal -= ahead
      source.lastAt -= ahead
      source.firstAt = min(source.firstAt, source.lastAt)
      try source.save(db)
    }
  }

  /// Whether there is a day before this one, or a run or a notice from before a moment (seconds since 1970).
  ///
  /// - Parameter campaign: from which campaign on notices are left out.
  public func holds(
    before day: Int64, orRunsBefore moment: Int64, noticesFrom campaign: String? = nil
  ) throws(StateError) -> Bool {
    try read {
      try Bool.fetchOne(
        $0,
        sql: """
          SELECT EXISTS (SELECT 1 FROM day WHERE day < ?) OR EXISTS (SELECT 1 FROM joining WHERE day < ?)
            OR EXISTS (SELECT 1 FROM notice WHERE intent_at < ? AND (? IS NULL OR campaign < ?))
            OR EXISTS (SELECT 1 FROM run WHERE started_at < ? AND id < (SELECT MAX(id) FROM run))
          """, arguments: [day, day, moment * 1000, campaign, campaign, moment]) ?? false
    }
  }

  /// Writes days, streams and runs that were changed, and gives the room of what is gone back to the disk.
  ///
  /// - Parameter identity: whose notices are removed from the ledger.
  /// - Returns: how many notices were removed.
  public func rewrite(
    days: [StoredDay], streams: [StoredStream], joins: [StoredJoin], runs: [StoredRun], forgetting identity: String
  ) throws(StateError) -> Int {
    let notices = try write(StateSchema.sealed) { db in
      try db.execute(
        sql: "DELETE FROM notice WHERE identity = ? OR recipient = ?", arguments: [identity, identity])
      let notices = db.changesCount
      try StateFile.forgetProbes(naming: identity, db)
      try StateFile.dropBlocks(with: days, db)
      for day in days { try day.save(db) }
      for stream in streams { try stream.save(db) }
      for join in joins { try join.save(db) }
      for run in runs { try run.save(db) }
      try StateFile.bump(db)
      return notices
    }
    try compact()
    return notices
  }

  /// Every run.
  public func runs() throws(StateError) -> [StoredRun] { try read { try StoredRun.read($0) } }

  /// Length of the file in bytes.
  public var size: Int64 {
    ((try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? NSNumber)?.int64Value ?? 0
  }

  /// Puts a part of another state in place of what is here of it; false when what is here is as new.
  ///
  /// - Parameter renumber: makes numbers of sources that are free here, given the first free one.
  public func adopt(
    _ part: StoredPart, renumber: (Int64) throws -> StateChange
  ) throws(StateError) -> Bool {
    try write(StateSchema.sealed) { db in
      let known = try StoredPart.read(db)
      let here = known.first { $0.origin == part.origin && $0.server == part.server }
      if let here, here.generation >= part.generation { return false }
      var own = part
      own.id = here?.id ?? (known.map(\.id).max() ?? 0) + 1
      own.isOwn = here?.isOwn ?? false
      for table in ["day", "block", "source", "stream", "joining", "seen", "run"] {
        try db.execute(sql: "DELETE FROM \(table) WHERE part = ?", arguments: [own.id])
      }
      try own.save(db)
      let firstSource = (try Int64.fetchOne(db, sql: "SELECT MAX(id) FROM source") ?? 0) + 1
      let change = try renumber(firstSource)
      for var day in change.days {
        day.part = own.id
        try day.save(db)
      }
      for var source in change.sources {
        source.part = own.id
        try source.save(db)
      }
      for var stream in change.streams {
        stream.part = own.id
        try stream.save(db)
      }
      for var join in change.joins {
        join.part = own.id
        try join.save(db)
      }
      return true
    }
  }

  /// A change that is no count: other states that hold a copy of the own parts are then older.
  private static func bump(_ db: Database) throws {
    for var part in try StoredPart.read(db) where part.isOwn {
      part.generation += 1
      try part.save(db)
    }
  }

  func compact() throws(StateError) {
    do {
      try queue.writeWithoutTransaction { db in
        try db.execute(sql: "VACUUM")
        _ = try Row.fetchOne(db, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
      }
    } catch {
      throw StateError(error, path: path)
    }
  }
}
