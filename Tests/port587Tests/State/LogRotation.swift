import Foundation
import MailModel
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
  /// How rotated files are named.
  enum Naming: CaseIterable {
    /// `mail.log.1`
    case number
    /// `mail.log-20260316`
    case date
    /// `2026-03-16/mail.log`, from the begin: nothing is renamed, another folder is written to.
    case folder
  }

  let naming: Naming
  /// Rotated files, the newest first, plain or packed.
  private var rotated: [String] = []
  private var number = 0
  /// Whether nothing was written since the last run.
  private var isRead = false

  init(folder: LogFolder, packs: Bool, naming: Naming) {
    self.folder = folder
    self.naming = naming
    self.packs = packs
  }

  var current: String { folder.path("logs/" + (naming == .folder ? "\(LogRotation.day(today))/mail.log" : "mail.log")) }
  /// How often the log was rotated, where that counts the days.
  private var today = 0

  private static func day(_ number: Int) -> String { CivilDate(daysSinceEpoch: 20_528 + number).description }

  mutating func write(_ text: String) throws {
    isRead = false
    try FileManager.default.createDirectory(
      at: URL(fileURLWithPath: current).deletingLastPathComponent(), withIntermediateDirectories: true)
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
    case .rename where naming == .folder, .copyTruncate where naming == .folder:
      rotated.insert("\(LogRotation.day(today))/mail.log", at: 0)
      today += 1
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
      let copy = folder.path("logs/copy\(number)-" + name)
      try? files.createDirectory(
        at: URL(fileURLWithPath: copy).deletingLastPathComponent(), withIntermediateDirectories: true)
      try? files.copyItem(atPath: folder.path("logs/" + name), toPath: copy)
    case .link:
      try? files.createSymbolicLink(atPath: folder.path("logs/link\(number)"), withDestinationPath: current)
    case .touch:
      try files.setAttributes([.modificationDate: Date(timeIntervalSince1970: 1_790_000_000)], ofItemAtPath: current)
    case .write, .writePart, .run: break
    }
  }

  /// The name for the file that is rotated now: with a number, for which the older ones make room, or with a date.
  private mutating func freeName() throws -> String {
    if naming == .date {
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
