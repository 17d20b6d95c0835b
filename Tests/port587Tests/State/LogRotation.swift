import Foundation
import TestSupport

@testable import port587

/// A log with its rotated files, as logrotate would keep them, and a state beside it.
struct LogRotation {
  /// What can happen between two lines of the log.
  enum Step: CaseIterable {
    case write, writePart, run, rename, copyTruncate, pack, copy, touch, link
  }

  let folder: LogFolder
  let packs: Bool
  /// Whether rotated files are named by day, and not by number.
  let isDated: Bool
  /// Rotated files, the newest first, plain or packed.
  private var rotated: [String] = []
  private var number = 0
  /// Whether nothing was written since the last run.
  private var isRead = false

  init(folder: LogFolder, packs: Bool, isDated: Bool) {
    self.folder = folder
    self.isDated = isDated
    self.packs = packs
  }

  var current: String { folder.path("logs/mail.log") }

  mutating func write(_ text: String) throws {
    isRead = false
    try FileManager.default.createDirectory(atPath: folder.path("logs"), withIntermediateDirectories: true)
    if !FileManager.default.fileExists(atPath: current) { try Data().write(to: URL(fileURLWithPath: current)) }
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: current))
    try file.seekToEnd()
    try file.write(contentsOf: Data(text.utf8))
    try file.close()
  }

  mutating func perform(_ step: Step) throws {
    let files = FileManager.default
    guard files.fileExists(atPath: current) else { return }
    number += 1
    switch step {
    case .rename:
      try files.moveItem(atPath: current, toPath: try freeName())
    case .copyTruncate:
      try files.copyItem(atPath: current, toPath: try freeName())
      let file = try FileHandle(forWritingTo: URL(fileURLWithPath: current))
      try file.truncate(atOffset: 0)
      try file.close()
    case .pack:
      guard packs, let i = rotated.lastIndex(where: { !$0.hasSuffix(".gz") }) else { return }
      let path = folder.path("logs/" + rotated[i])
      let bytes = try Array(Data(contentsOf: URL(fileURLWithPath: path)))
      ArchiveWriter.write(path + ".gz", filter: .gzip, format: .raw, members: [(rotated[i], bytes)])
      try files.removeItem(atPath: path)
      rotated[i] += ".gz"
    case .copy:
      // The same content under two names.
      guard isRead, let name = rotated.first else { return }
      try? files.copyItem(atPath: folder.path("logs/" + name), toPath: folder.path("logs/copy\(number)-" + name))
    case .link:
      try? files.createSymbolicLink(atPath: folder.path("logs/link\(number)"), withDestinationPath: "mail.log")
    case .touch:
      try files.setAttributes([.modificationDate: Date(timeIntervalSince1970: 1_790_000_000)], ofItemAtPath: current)
    case .write, .writePart, .run: break
    }
  }

  /// The name for the file that is rotated now: with a number, for which the older ones make room, or with a date.
  private mutating func freeName() throws -> String {
    if isDated {
      rotated.insert("mail.log-202603\(1000 + number)", at: 0)
    } else {
      for i in rotated.indices.reversed() {
        let suffix = rotated[i].hasSuffix(".gz") ? ".gz" : ""
        let older = "mail.log.\(i + 2)" + suffix
        try FileManager.default.moveItem(
          atPath: folder.path("logs/" + rotated[i]), toPath: folder.path("logs/" + older))
        rotated[i] = older
      }
      rotated.insert("mail.log.1", at: 0)
    }
    return folder.path("logs/" + rotated[0])
  }

  @discardableResult
  mutating func run(threads: Int) async throws -> ReportText? {
    guard FileManager.default.fileExists(atPath: folder.path("logs")) else { return nil }
    isRead = true
    return try await StateModelTests.report(
      [folder.path("logs")], ["--state", folder.path("state.sqlite"), "--threads", "\(threads)"])
  }
}
