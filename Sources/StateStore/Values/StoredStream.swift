public import Foundation
import GRDB

/// Sessions that were open where the reading of a stream stopped.
public struct StoredStream: Sendable, Equatable {
  /// Number of the part.
  public var part: Int64
  /// The stream's name.
  public var name: String
  /// The open sessions, as the analysis encodes them.
  public var open: Data

  /// Takes every part.
  public init(part: Int64, name: String, open: Data) {
    self.part = part
    self.name = name
    self.open = open
  }
}

extension StoredStream: StoredRow {
  static let table = "stream"
  static let columns = ["part", "name", "open"]
  static let keyCount = 2
  var values: [DatabaseValue] { [part.databaseValue, name.databaseValue, open.databaseValue] }
  init(_ row: Row) throws { self.init(part: row[1], name: row[2], open: row[3]) }
}
