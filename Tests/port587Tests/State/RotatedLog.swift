import Foundation
import TestSupport

/// One file of a syslog daemon with its rotated generations: `syslog`, `syslog.1`, `syslog.2.gz`.
struct RotatedLog {
  let folder: LogFolder
  let name: String
  private var generations = 0

  init(folder: LogFolder, name: String) {
    self.folder = folder
    self.name = name
  }

  private func path(_ number: Int, packed: Bool = false) -> String {
    folder.path("logs/" + name + (number > 0 ? ".\(number)" : "") + (packed ? ".gz" : ""))
  }

  func append(_ text: String) throws {
    let files = FileManager.default
    try files.createDirectory(atPath: folder.path("logs"), withIntermediateDirectories: true)
    if !files.fileExists(atPath: path(0)) { try Data().write(to: URL(fileURLWithPath: path(0))) }
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path(0)))
    try file.seekToEnd()
    try file.write(contentsOf: Data(text.utf8))
    try file.close()
  }

  /// Renames each generation to the next one, as `logrotate` does it.
  mutating func rotate() throws {
    let files = FileManager.default
    guard files.fileExists(atPath: path(0)) else { return }
    for number in stride(from: generations, to: 0, by: -1) {
      for packed in [false, true] where files.fileExists(atPath: path(number, packed: packed)) {
        try files.moveItem(atPath: path(number, packed: packed), toPath: path(number + 1, packed: packed))
      }
    }
    try files.moveItem(atPath: path(0), toPath: path(1))
    generations += 1
  }

  /// Packs the oldest generation that is not.
  func pack() throws {
    let files = FileManager.default
    guard let number = (1...max(1, generations)).last(where: { files.fileExists(atPath: path($0)) }) else { return }
    let bytes = try Array(Data(contentsOf: URL(fileURLWithPath: path(number))))
    ArchiveWriter.write(path(number, packed: true), filter: .gzip, format: .raw, members: [(name, bytes)])
    try files.removeItem(atPath: path(number))
  }
}
