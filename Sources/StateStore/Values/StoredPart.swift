import GRDB

/// Whose logs are counted: a server, in the state that counted it.
///
/// A merged state has parts of several states. `origin` tells states apart, so that merging the same state again
/// replaces its part and adds nothing.
public struct StoredPart: Sendable, Equatable {
  /// Its number in this file.
  public var id: Int64
  /// Which state file counted it: a random number as 32 hex digits.
  public var origin: String
  /// The server's name (`--server-name`).
  public var server: String
  /// Whether this file counts it, and did not get it by merging.
  public var isOwn: Bool
  /// Grows with every commit.
  public var generation: Int64
}

extension StoredPart: StoredRow {
  static let table = "part"
  static let columns = ["id", "origin", "server", "is_own", "generation"]
  static let keyCount = 1
  var values: [DatabaseValue] {
    [
      id.databaseValue, origin.databaseValue, server.databaseValue, isOwn.databaseValue, generation.databaseValue,
    ]
  }
  init(_ row: Row) throws {
    self.init(
      id: row[1], origin: row[2], server: row[3], isOwn: row[4], generation: row[5])
  }
}
