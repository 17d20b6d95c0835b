import ByteScanning
import Foundation
import MailModel
import Notices
import StateStore

/// Reads mailboxes of bounces into the ledger.
struct BounceRun {
  /// A mailbox of bounces is small; a larger file is another one.
  private static let mostBytes = 256 << 20

  let state: String
  let now: Timestamp

  func read(_ paths: [String]) throws(NotifyFault) -> BounceSummary {
    let files = try BounceRun.files(of: paths)
    let locked = try LockedLedger(state: state, now: now)
    defer { withExtendedLifetime(locked) {} }
    return try BounceRun.read(files, into: locked.ledger, now: now, say: { Console.note("port587: \($0)") })
  }

  /// Reads files into a ledger that nobody else writes meanwhile.
  static func read(
    _ files: [String], into ledger: StoredNoticeLedger, now: Timestamp, say: (String) -> Void
  ) throws(NotifyFault) -> BounceSummary {
    var summary = BounceSummary(generatedAt: now)
    do throws(NoticeLedgerFault) {
      var book = BounceBook(try ledger.records())
      for file in files {
        guard let bytes = bytes(of: file) else {
          say("cannot read \(file), or it has more than \(mostBytes >> 20) MiB")
          summary.unreadable += 1
          continue
        }
        summary.read(bytes, &book)
      }
      for record in book.changed { try ledger.finish(record) }
    } catch {
      throw .ledger(error)
    }
    return summary
  }

  /// Every file of some mailboxes.
  static func files(of paths: [String]) throws(NotifyFault) -> [String] {
    var files: [String] = []
    for path in paths { files += try BounceRun.files(of: path) }
    return files
  }

  /// A file, what lies in `new` and `cur` of a Maildir, or every file of a folder; in the order of their names.
  private static func files(of path: String) throws(NotifyFault) -> [String] {
    let target = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    guard let kind = try? FileManager.default.attributesOfItem(atPath: target)[.type] as? FileAttributeType else {
      throw .cannotRead(path: path, reason: "there is no such file or folder.")
    }
    guard kind == .typeDirectory else { return [path] }
    let mail = ["new", "cur"].map { path + "/" + $0 }.filter { FileManager.default.fileExists(atPath: $0) }
    var found: [String] = []
    for folder in mail.isEmpty ? [path] : mail {
      do {
        for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() {
          let file = folder + "/" + name
          let attributes = try? FileManager.default.attributesOfItem(atPath: file)
          if attributes?[.type] as? FileAttributeType == .typeRegular { found.append(file) }
        }
      } catch {
        throw .cannotRead(path: folder, reason: PlainReason.reading(error, of: folder))
      }
    }
    return found
  }

  private static func bytes(of path: String) -> [UInt8]? {
    guard let handle = FileHandle(forReadingAtPath: path) else { return nil }
    defer { try? handle.close() }
    guard let data = try? handle.read(upToCount: mostBytes + 1), data.count <= mostBytes else {
      return (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? NSNumber)?.intValue == 0 ? [] : nil
    }
    return Array(data)
  }
}
