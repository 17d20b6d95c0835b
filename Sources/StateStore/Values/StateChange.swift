/// What one commit writes: all of it, or nothing.
public struct StateChange: Sendable {
  /// Days with everything that is known of them.
  public var days: [StoredDay] = []
  /// Sources with their new places.
  public var sources: [StoredSource] = []
  /// Streams with the sessions open in them.
  public var streams: [StoredStream] = []
  /// Days of the join with connection records.
  public var joins: [StoredJoin] = []
  /// Files read to their end.
  public var seen: [SeenFile] = []
  /// The run.
  public var run: StoredRun?

  /// Nothing.
  public init() {}
}

extension StateChange {
  /// The tables that it writes to.
  var tables: [any StoredRow.Type] {
    var tables: [any StoredRow.Type] = [StoredPart.self]
    if !days.isEmpty { tables += [StoredDay.self, StoredBlock.self] }
    if !sources.isEmpty { tables.append(StoredSource.self) }
    if !streams.isEmpty { tables.append(StoredStream.self) }
    if !joins.isEmpty { tables.append(StoredJoin.self) }
    if !seen.isEmpty { tables.append(SeenFile.self) }
    if run != nil { tables.append(StoredRun.self) }
    return tables
  }
}
