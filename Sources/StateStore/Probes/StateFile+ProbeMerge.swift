import Foundation
import GRDB
import MailModel

/// What several states know from probes, brought together.
extension StateFile {
  /// Takes the probes, signatures and calibrations of another state that are later than those here.
  ///
  /// Of two that were made at the same moment the one whose bytes come later stays, so that the order of merging is no matter.
  ///
  /// - Returns: how many were taken.
  public func adoptProbes(of other: StateFile) throws(StateError) -> Int {
    let (probes, signatures, calibrations) = try other.read { db in
      (try StoredProbe.read(db), try StoredSignature.read(db), try StoredCalibration.read(db))
    }
    return try write([StoredProbe.self, StoredSignature.self, StoredCalibration.self]) { db in
      var taken = 0
      for probe in probes {
        let here = try StoredProbe.find(db, [probe.host.databaseValue, probe.port.databaseValue])
        guard StateFile.isLater((probe.probedAt, probe.targets), here.map { ($0.probedAt, $0.targets) }) else {
          continue
        }
        try probe.save(db)
        taken += 1
      }
      for one in signatures {
        let here = try StoredSignature.find(
          db, [one.host.databaseValue, one.port.databaseValue, one.phase.databaseValue])
        let moments = try [one, here].map { try $0.map { try StateFile.moment(of: $0, path) } }
        guard let moment = moments[0],
          StateFile.isLater((moment, one.signature), here.flatMap { row in moments[1].map { ($0, row.signature) } })
        else { continue }
        try one.save(db)
        taken += 1
      }
      for one in calibrations {
        let here = try StoredCalibration.find(db, [one.server.databaseValue])
        guard StateFile.isLater((one.takenAt, one.calibration), here.map { ($0.takenAt, $0.calibration) }) else {
          continue
        }
        try one.save(db)
        taken += 1
      }
      return taken
    }
  }

  private static func moment(of row: StoredSignature, _ path: String) throws -> Int64 {
    try value(PortSignature.self, row.signature, path).takenAt.milliseconds
  }

  private static func isLater(_ new: (Int64, Data), _ here: (Int64, Data)?) -> Bool {
    guard let here else { return true }
    return new.0 != here.0 ? new.0 > here.0 : here.1.lexicographicallyPrecedes(new.1)
  }
}
