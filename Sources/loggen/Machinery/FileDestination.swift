import Foundation
import MailModel

/// Writes a log to one file, or to one file for each day: `s20110516-00.log`.
struct FileDestination: LogDestination {
  /// How the file is named.
  enum Naming {
    /// One file for everything; `-` is standard output.
    case file(String)
    /// A folder, and in it a file for each day with this before and this after its date.
    case daily(folder: String, prefix: String, suffix: String)
  }

  private let naming: Naming
  private var handle: FileHandle?
  private var path = ""
  private var today: CivilDate?

  init(_ naming: Naming) { self.naming = naming }

  mutating func begin(day: CivilDate) throws(LogWriteError) {
    switch naming {
    case .file(let path):
      if handle == nil { try open(path) }
    case .daily(let folder, let prefix, let suffix):
      guard day != today else { return }
      try finish()
      var date: [UInt8] = []
      date.append(decimal: day.year, digits: 4)
      date.append(decimal: day.month, digits: 2)
      date.append(decimal: day.day, digits: 2)
      do {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      } catch {
        throw LogWriteError(path: folder, reason: error.localizedDescription)
      }
      try open(folder + "/" + prefix + String(decoding: date, as: UTF8.self) + suffix)
    }
    today = day
  }

  mutating func write(_ bytes: [UInt8]) throws(LogWriteError) {
    do {
      try handle?.write(contentsOf: Data(bytes))
    } catch {
      throw LogWriteError(path: path, reason: error.localizedDescription)
    }
  }

  mutating func finish() throws(LogWriteError) {
    guard let open = handle else { return }
    handle = nil
    guard path != "-" else { return }
    do {
      try open.close()
    } catch {
      throw LogWriteError(path: path, reason: error.localizedDescription)
    }
  }

  private mutating func open(_ path: String) throws(LogWriteError) {
    self.path = path
    if path == "-" {
      handle = FileHandle.standardOutput
      return
    }
    // Opened in place: FileManager.createFile(atPath:) would put a new file under the name, also where a device or a link stood.
    do {
      try Data().write(to: URL(fileURLWithPath: path))
    } catch {
      throw LogWriteError(path: path, reason: error.localizedDescription)
    }
    guard let opened = FileHandle(forWritingAtPath: path) else {
      throw LogWriteError(path: path, reason: "the file cannot be opened")
    }
    handle = opened
  }
}
