import Foundation
import GRDB

/// The latest probe of a port of a host, at all of its addresses.
struct StoredProbe: Sendable, Equatable {
  /// As it was asked for, in lower case.
  var host: String
  var port: Int64
  /// In milliseconds since 1970.
  var probedAt: Int64
  /// `[ProbedTarget]` as JSON.
  var targets: Data
}

extension StoredProbe: StoredRow {
  static let table = "probe"
  static let columns = ["host", "port", "probed_at", "targets"]
  static let keyCount = 2
  var values: [DatabaseValue] {
    [host.databaseValue, port.databaseValue, probedAt.databaseValue, targets.databaseValue]
  }
  init(_ row: Row) throws {
    self.init(host: row[1], port: row[2], probedAt: row[3], targets: row[4])
  }
}
