import ByteScanning
import Foundation
import MailModel
import Notices

/// The folder of the previews: one `.eml` for each message, `index.html`, `plan.json`.
///
/// They name people: for their owner alone.
struct PreviewFolder {
  private let folder: URL

  init(_ path: String) throws(NotifyFault) {
    folder = URL(fileURLWithPath: path, isDirectory: true)
    do {
      if !FileManager.default.fileExists(atPath: path) {
        try FileManager.default.createDirectory(
          at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      }
    } catch {
      throw .cannotCreate(path: path, reason: PlainReason.writing(error))
    }
  }

  /// Writes a file; a reader sees the old one or the new one.
  func write(_ name: String, _ bytes: [UInt8]) throws(NotifyFault) {
    let path = folder.appendingPathComponent(name).path
    do throws(WriteFault) {
      try ReplacingFile.put(bytes, at: path)
    } catch {
      throw .cannotCreate(path: path, reason: "\(error)")
    }
  }

  /// Writes plan and page, and removes previews of an earlier run that nobody is to get any more: a run of every night leaves no
  /// pile of messages to people who have moved.
  func finish(_ plan: NoticePlan) throws(NotifyFault) {
    let current = Set(plan.recipients.compactMap(\.file))
    for name in earlierFiles() where !current.contains(name) {
      try? FileManager.default.removeItem(at: folder.appendingPathComponent(name))
    }
    try write("plan.json", try PreviewFolder.json(plan))
    try write("index.html", Array(PreviewIndex.page(plan).utf8))
  }

  /// The messages that the plan names which is here already; no other file is ours.
  private func earlierFiles() -> [String] {
    guard let data = try? Data(contentsOf: folder.appendingPathComponent("plan.json")),
      let plan = try? JSONDecoder().decode(NoticePlan.self, from: data), plan.schema == NoticePlan.currentSchema
    else { return [] }
    return plan.recipients.compactMap(\.file).filter { $0.hasSuffix(".eml") && !$0.contains("/") }
  }

  static func json(_ plan: some Encodable) throws(NotifyFault) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    do {
      return Array(try encoder.encode(plan)) + [10]
    } catch {
      throw .cannotPrint("\(error)")
    }
  }
}
