import Foundation
import GRDB

/// What a port says to local senders on one side of the switch.
struct StoredSignature: Sendable, Equatable {
  /// As it was asked for, in lower case.
  var host: String
  var port: Int64
  /// A `SignaturePhase`.
  var phase: String
  /// `PortSignature` as JSON.
  var signature: Data
}

extension StoredSignature: StoredRow {
  static let table = "signature"
  static let columns = ["host", "port", "phase", "signature"]
  static let keyCount = 3
  var values: [DatabaseValue] {
    [host.databaseValue, port.databaseValue, phase.databaseValue, signature.databaseValue]
  }
  init(_ row: Row) throws {
    self.init(host: row[1], port: row[2], phase: row[3], signature: row[4])
  }
}
