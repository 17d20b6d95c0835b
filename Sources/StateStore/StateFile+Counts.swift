import GRDB

/// Reading and committing what was counted.
extension StateFile {
  /// The part of a server in this state, made when it is new.
  ///
  /// - Parameter origin: 32 hex digits by chance, taken when the state has none yet.
  public func part(server: String, origin: @autoclosure () -> String) throws(StateError) -> StoredPart {
    let known = try parts()
    let own = known.first { $0.isOwn }?.origin
    if let own, let part = known.first(where: { $0.origin == own && $0.server == server }) { return part }
    let part = StoredPart(
      id: (known.map(\.id).max() ?? 0) + 1, origin: own ?? origin(), server: server, isOwn: true, generation: 0)
    try write([StoredPart.self]) { try part.save($0) }
    return part
  }

  /// Every part.
  public func parts() throws(StateError) -> [StoredPart] { try read { try StoredPart.read($0) } }

  /// The sources of a part.
  public func sources(of part: Int64) throws(StateError) -> [StoredSource] {
    try read { try StoredSource.read($0, where: "part = ?", [part.databaseValue]) }
  }

  /// The sources of all parts.
  public func sources() throws(StateError) -> [StoredSource] { try read { try StoredSource.read($0) } }

  /// The streams of a part.
  public func streams(of part: Int64) throws(StateError) -> [StoredStream] {
    try read { try StoredStream.read($0, where: "part = ?", [part.databaseValue]) }
  }

  /// The days of the join of a part.
  public func joins(of part: Int64) throws(StateError) -> [StoredJoin] {
    try read { try StoredJoin.read($0, where: "part = ?", [part.databaseValue]) }
  }

  /// The files of a part that were read to their end.
  public func seen(of part: Int64) throws(StateError) -> [SeenFile] {
    try read { try SeenFile.read($0, where: "part = ?", [part.databaseValue]) }
  }

  /// The last run, or the last one that came to its end.
  public func lastRun() throws(StateError) -> StoredRun? {
    try read {
      try StoredRun.read($0, where: "id = (SELECT MAX(id) FROM run WHERE finished_at > 0)").first
    }
  }

  /// The number for the next run.
  public func nextRun() throws(StateError) -> Int64 {
    try read { (try Int64.fetchOne($0, sql: "SELECT MAX(id) FROM run") ?? 0) + 1 }
  }

  /// The number for the next source.
  public func nextSource() throws(StateError) -> Int64 {
    try read { (try Int64.fetchOne($0, sql: "SELECT MAX(id) FROM source") ?? 0) + 1 }
  }

  /// Writes counts and places together: after a crash both are there or neither.
  ///
  /// - Parameter part: as it was when this process read it or committed to it last.
  /// - Returns: the days that were written.
  /// - Throws: `StateError.writtenMeanwhile` when somebody else has committed since.
  @discardableResult
  public func commit(_ change: StateChange, part: inout StoredPart) throws(StateError) -> [DayHead] {
    var next = part
    next.generation += 1
    let saved = next
    let known = part
    let heads = try write(change.tables) { db in
      // The lock should keep everybody else out. Where it did not, counts were made from days and places that are no longer true.
      let found = try StoredPart.find(db, [known.id.databaseValue])
      guard found?.generation == known.generation, found?.origin == known.origin else {
        throw StateError.writtenMeanwhile(path: path)
      }
      try StateFile.dropBlocks(with: change.days, db)
      let heads = try change.days.map { DayHead(day: $0.day, check: try $0.save(db)) }
      for source in change.sources { try source.save(db) }
      for stream in change.streams { try stream.save(db) }
      for join in change.joins { try join.save(db) }
      for file in change.seen { try file.save(db) }
      try change.run?.save(db)
      try saved.save(db)
      return heads
    }
    part = saved
    return heads
  }
}
