import Foundation
import GRDB

/// How a server's log shows its ports.
struct StoredCalibration: Sendable, Equatable {
  /// Whose logs, as in `part`.
  var server: String
  /// In milliseconds since 1970.
  var takenAt: Int64
  /// `PortCalibration` as JSON.
  var calibration: Data
}

extension StoredCalibration: StoredRow {
  static let table = "calibration"
  static let columns = ["server", "taken_at", "calibration"]
  static let keyCount = 1
  var values: [DatabaseValue] { [server.databaseValue, takenAt.databaseValue, calibration.databaseValue] }
  init(_ row: Row) throws {
    self.init(server: row[1], takenAt: row[2], calibration: row[3])
  }
}
