public import Foundation
import GRDB

/// What was counted on the days of a stretch of one part, put together.
///
/// It holds nothing that its days do not hold: whoever finds that it was made of other days than are there now goes back to the days.
public struct StoredBlock: Sendable, Equatable {
  /// Which block it is, and of what it was made.
  public var head: BlockHead
  /// The facts, as the analysis encodes them.
  public var facts: Data

  /// Takes every part.
  public init(head: BlockHead, facts: Data) {
    self.head = head
    self.facts = facts
  }
}

extension StoredBlock: StoredRow {
  static let table = "block"
  static let columns = ["part", "first", "length", "days", "made_of", "facts"]
  static let keyCount = 3
  var values: [DatabaseValue] {
    [
      head.part.databaseValue, head.first.databaseValue, head.length.databaseValue, head.days.databaseValue,
      head.madeOf.databaseValue, facts.databaseValue,
    ]
  }
  init(_ row: Row) throws {
    self.init(
      head: BlockHead(part: row[1], first: row[2], length: row[3], days: row[4], madeOf: row[5]), facts: row[6])
  }
}
