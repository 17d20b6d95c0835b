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
    var files: [String] = []
    for path in paths { files += try BounceRun.files(of: path) }
    let lock: FileLock
    let ledger: StoredNoticeLedger
    do throws(AuditFault) {
      lock = try StateSession.lock(state, now)
      ledger = StoredNoticeLedger(file: try StateSession.open(state, mayCreate: false))
    } catch {
      throw .audit(error)
    }
    defer { withExtendedLifetime(lock) {} }
    var summary = BounceSummary(generatedAt: now)
    do throws(NoticeLedgerFault) {
      var book = BounceBook(try ledger.records())
      for file in files {
        guard let bytes = BounceRun.bytes(of: file) else {
          Console.note("port587: cannot read \(file), or it has more than \(BounceRun.mostBytes >> 20) MiB")
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
        throw .cannotRead(path: folder, reason: error.localizedDescription)
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
