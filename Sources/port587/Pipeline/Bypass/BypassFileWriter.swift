import ByteScanning
import Foundation
import IceWarpAdmin
import MailModel

/// Writes proposed lines: ASCII, CRLF, no byte order mark, with their notes beside them.
struct BypassFileWriter {
  let loader: BypassLoader
  let now: Timestamp

  /// Puts a new file together; what is there is never overwritten.
  func write(
    _ proposals: [BypassProposal], after file: BypassFile?, notesOf source: String?, to path: String
  ) throws(AuditFault) {
    let notes = BypassNotebook.path(beside: path)
    for taken in [path, notes] where FileManager.default.fileExists(atPath: taken) {
      throw .cannotCreate(
        path: taken,
        reason: "it is there already, and nothing is overwritten; give another name, or --in-place with --bypass")
    }
    let content = try extended(file ?? BypassFile.parse([]), by: proposals, path)
    var notebook = try source.map { path throws(AuditFault) in try loader.notebook(beside: path) } ?? nil
    try BypassFileWriter.put(content, path, .readableByAll)
    try keep(proposals, &notebook, notes)
  }

  /// Adds to a file, of which a copy is set aside first.
  func add(_ proposals: [BypassProposal], to path: String, _ file: BypassFile) throws(AuditFault) {
    guard !proposals.isEmpty else { return Console.note("port587: \(path) stays as it is: there is no line to add") }
    let content = try extended(file, by: proposals, path)
    var notebook = try loader.notebook(beside: path)
    let access = FileAccess(of: FilePath(path)) ?? .readableByAll
    let copy = backupName(path)
    do { try FileManager.default.copyItem(atPath: BypassFileWriter.target(of: path), toPath: copy) } catch {
      throw .cannotCreate(path: copy, reason: PlainReason.writing(error))
    }
    try BypassFileWriter.put(content, path, access)
    try keep(proposals, &notebook, BypassNotebook.path(beside: path))
    Console.note("port587: lines added to \(path): \(proposals.count); what it was before is in \(copy)")
  }

  private func extended(
    _ file: BypassFile, by proposals: [BypassProposal], _ path: String
  ) throws(AuditFault) -> [UInt8] {
    guard file.isExtensible else {
      throw .badSettings(
        path: path, reason: "it is UTF-16; save it as ASCII with CRLF line ends before lines are added")
    }
    return file.appending(proposals.map(\.text))
  }

  private func keep(
    _ proposals: [BypassProposal], _ notebook: inout BypassNotebook?, _ path: String
  ) throws(AuditFault) {
    var notes = notebook ?? BypassNotebook()
    notes.note(
      proposals.map {
        BypassNotebook.Entry(
          line: $0.text, owner: $0.owner, reason: $0.reason, added: now, expires: $0.expires, evidence: $0.evidence)
      })
    let content: Data
    do { content = try notes.encoded() } catch {
      throw .cannotCreate(path: path, reason: PlainReason.writing(error))
    }
    // The notes name people.
    try BypassFileWriter.put(Array(content), path, .ownerOnly)
  }

  /// `submissionbypass.dat.2026-11-23T17-00-00Z.bak`; a number follows where that is taken.
  private func backupName(_ path: String) -> String {
    let stamp = now.description.replacingOccurrences(of: ":", with: "-")
    var name = "\(path).\(stamp).bak"
    var number = 1
    while FileManager.default.fileExists(atPath: name) {
      number += 1
      name = "\(path).\(stamp).\(number).bak"
    }
    return name
  }

  /// A reader, such as the mail server, sees the old file or the new one, never half of it.
  private static func put(_ bytes: [UInt8], _ path: String, _ access: FileAccess) throws(AuditFault) {
    do throws(WriteFault) {
      try ReplacingFile.put(bytes, at: target(of: path), access: access)
    } catch {
      throw .cannotCreate(path: path, reason: "\(error)")
    }
  }

  /// The file that a link leads to: a link stays one.
  private static func target(of path: String) -> String {
    URL(fileURLWithPath: path).resolvingSymlinksInPath().path
  }
}
