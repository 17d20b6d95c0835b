import Analysis
import ArgumentParser
import ByteScanning
import Foundation
import MailModel
import StateStore

/// What the commands on a state have in common: opening it, alone, and saying what failed.
enum StateTask {
  /// Runs a task that writes nothing on an existing state, as the state is now: nobody is kept from writing meanwhile.
  static func look(_ path: String, _ task: (StateFile, StateReader) throws -> Void) throws {
    try saying {
      let file = try StateSession.open(path, mayCreate: false, forReading: true)
      try task(file, reader(file))
    }
  }

  /// Runs a task on an existing state that nobody else writes meanwhile.
  static func run(_ path: String, _ task: (StateFile, StateReader) throws -> Void) throws {
    try saying {
      guard FileManager.default.fileExists(atPath: path) else { throw AuditFault.state(.missing(path: path)) }
      let lock = try StateSession.lock(path, Timestamp(seconds: Int64(Date().timeIntervalSince1970)))
      try withExtendedLifetime(lock) {
        let file = try StateSession.open(path, mayCreate: false)
        try task(file, reader(file))
      }
    }
  }

  private static func reader(_ file: StateFile) -> StateReader {
    StateReader(file: file, limits: TallyLimits(), seed: UInt64.random(in: 1...UInt64.max))
  }

  /// Says what failed, and ends with its status.
  private static func saying(_ task: () throws -> Void) throws {
    do { try task() } catch let error as AuditFault {
      Console.note(error.lines.enumerated().map { $0 == 0 ? "port587: \($1)" : $1 })
      throw error.status
    } catch let error as StateError {
      Console.note(["port587: \(error)"])
      throw AuditFault.state(error).status
    }
  }

  /// Puts days together that are over.
  static func fold(_ reader: StateReader) throws(AuditFault) {
    let now = Int64(Date().timeIntervalSince1970)
    try DayFolding(reader, today: Audit.day(of: now, MachineZone.rules())).fold()
  }
}
