public import Foundation
import GRDB

/// A run: when it was, and what it read.
public struct StoredRun: Sendable, Equatable {
  /// Its number, growing.
  public var id: Int64
  /// Number of the part.
  public var part: Int64
  /// When it began, in seconds since 1970.
  public var startedAt: Int64
  /// When it ended; 0 when it did not come to its end.
  public var finishedAt: Int64
  /// Lines it read.
  public var lines: Int64
  /// What it read, as the program encodes it.
  public var sources: Data

  /// Takes every part.
  public init(id: Int64, part: Int64, startedAt: Int64, finishedAt: Int64, lines: Int64, sources: Data) {
    self.id = id
    self.part = part
    self.startedAt = startedAt
    self.finishedAt = finishedAt
    self.lines = lines
    self.sources = sources
  }
}

extension StoredRun: StoredRow {
  static let table = "run"
  static let columns = ["id", "part", "started_at", "finished_at", "lines", "sources"]
  static let keyCount = 1
  var values: [DatabaseValue] {
    [
      id.databaseValue, part.databaseValue, startedAt.databaseValue, finishedAt.databaseValue, lines.databaseValue,
      sources.databaseValue,
    ]
  }
  init(_ row: Row) throws {
    self.init(
      id: row[1], part: row[2], startedAt: row[3], finishedAt: row[4],
      lines: row[5], sources: row[6])
  }
}
