public import Foundation
import GRDB

/// What was counted on one day of one part.
public struct StoredDay: Sendable, Equatable {
  /// Number of the part.
  public var part: Int64
  /// Days since 1970-01-01 in the log's own clock.
  public var day: Int64
  /// The facts, as the analysis encodes them.
  public var facts: Data

  /// Takes every part.
  public init(part: Int64, day: Int64, facts: Data) {
    self.part = part
    self.day = day
    self.facts = facts
  }
}

extension StoredDay: StoredRow {
  static let table = "day"
  static let columns = ["part", "day", "facts"]
  static let keyCount = 2
  var values: [DatabaseValue] { [part.databaseValue, day.databaseValue, facts.databaseValue] }
  init(_ row: Row) throws { self.init(part: row[1], day: row[2], facts: row[3]) }
}
