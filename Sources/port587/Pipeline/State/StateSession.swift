import Analysis
import ByteScanning
import Foundation
import Glibc
import MailModel
import StateStore

/// A state that this process alone may write, from opening to the end of the run.
struct StateSession {
  let file: StateFile
  private let lock: FileLock?
  var part: StoredPart
  /// What this run counted last.
  var fresh = FreshDays()

  /// Opens a state for a run.
  init(path: String, server: String, now: Timestamp) throws(AuditFault) {
    try StateSession.makeFolder(of: path)
    let path = StateSession.place(of: path)
    lock = try StateSession.lock(path, now)
    file = try StateSession.open(path, mayCreate: true)
    do {
      part = try file.part(
        server: server,
        origin: (0..<2).map { _ in
          let text = String(UInt64.random(in: 0...UInt64.max), radix: 16)
          return String(repeating: "0", count: 16 - text.count) + text
        }.joined())
    } catch {
      throw .state(error)
    }
  }

  /// Makes the folder of a state where there is none, and sees to it that files are made for their owner alone.
  static func makeFolder(of path: String) throws(AuditFault) {
    // SQLite makes its files with the mode that the process gives.
    umask(0o077)
    let folder = FilePath(path).folder.description
    guard !folder.isEmpty, !FileManager.default.fileExists(atPath: folder) else { return }
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw .cannotCreate(path: folder, reason: PlainReason.writing(error))
    }
  }

  /// The first bytes of every file of SQLite.
  private static let magic = Array("SQLite format 3\0".utf8)

  /// Refuses what was never a state, such as a log that was named by mistake, before anything is made beside it.
  private static func refuseForeign(_ path: String) throws(AuditFault) {
    guard let handle = FileHandle(forReadingAtPath: path) else { return }
    defer { try? handle.close() }
    // A folder cannot be read; SQLite says so itself. An empty file becomes a state.
    guard let head = try? handle.read(upToCount: magic.count), !head.isEmpty else { return }
    if Array(head) != magic { throw .noState(path: path) }
  }

  /// Where a state really lies: one that is named through a link is the same state, and has the same lock.
  static func place(of path: String) -> String {
    let place = FilePath(path).followingLinks().description
    // A name that is no text is left to the system.
    return FilePath(place).followingLinks() == FilePath(path).followingLinks() ? place : path
  }

  /// Takes the lock beside a state.
  static func lock(_ path: String, _ now: Timestamp) throws(AuditFault) -> FileLock {
    try refuseForeign(path)
    let folder = FilePath(StateSession.place(of: path)).folder.description
    if let access = FileAccess(of: FilePath(folder.isEmpty ? "." : folder)), access.letsEverybodyReplace {
      throw .cannotCreate(
        path: path,
        reason: "everybody may write in its folder, and could put another state in its place; run chmod o-w \(folder)")
    }
    do {
      return try FileLock(
        path: FilePath(StateSession.place(of: path) + ".lock"),
        holder: "process \(ProcessInfo.processInfo.processIdentifier) since \(now)")
    } catch {
      switch error {
      case .held(let holder): throw .locked(path: path, holder: holder.isEmpty ? "another process" : holder)
      case .failed(let path, _, let reason): throw .cannotCreate(path: path, reason: reason)
      }
    }
  }

  /// Opens a state; of a damaged one a copy is set aside, and the file itself is left as it is.
  ///
  /// - Parameter forReading: whether nothing will be written: then the state is seen as it is now.
  static func open(
    _ path: String, mayCreate: Bool, forReading: Bool = false
  ) throws(AuditFault) -> StateFile {
    try refuseForeign(path)
    let path = StateSession.place(of: path)
    do {
      return try StateFile(path: path, mayCreate: mayCreate, forReading: forReading)
    } catch {
      guard case .damaged = error else { throw .state(error) }
      let aside = path + ".damaged"
      if !FileManager.default.fileExists(atPath: aside) {
        try? FileManager.default.copyItem(atPath: path, toPath: aside)
        try? FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: aside)
      }
      guard FileManager.default.fileExists(atPath: aside) else { throw .state(error) }
      throw .damagedState(error, copy: aside)
    }
  }
}
