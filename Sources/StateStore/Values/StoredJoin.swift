public import Foundation
import GRDB

/// Sessions and connection records of one day of one part that wait for one another.
public struct StoredJoin: Sendable, Equatable {
  /// Number of the part.
  public var part: Int64
  /// Days since 1970-01-01, UTC.
  public var day: Int64
  /// Both, as the analysis encodes them.
  public var kept: Data

  /// Takes every part.
  public init(part: Int64, day: Int64, kept: Data) {
    self.part = part
    self.day = day
    self.kept = kept
  }
}

extension StoredJoin: StoredRow {
  static let table = "joining"
  static let columns = ["part", "day", "kept"]
  static let keyCount = 2
  var values: [DatabaseValue] { [part.databaseValue, day.databaseValue, kept.databaseValue] }
  init(_ row: Row) throws { self.init(part: row[1], day: row[2], kept: row[3]) }
}
