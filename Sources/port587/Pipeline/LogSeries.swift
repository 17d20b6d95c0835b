import ByteScanning
import MailModel

/// Of which log a file is a part, as far as its path tells it: the path without dates, running numbers and packing.
///
/// `/var/log/remote/2026/03/16/mail.log`, `/var/log/remote/2026-03-17/mail.log.gz` and `/var/log/remote/2026-03/mail-18.log` are parts of
/// `/var/log/remote/mail.log`; `/var/log/remote/mx1/2026-03-16/mail.log` is another log.
struct LogSeries: Sendable {
  /// What the parts of one log have in common.
  struct Log: Hashable, Sendable {
    /// Its folder, without the parts that are dates.
    var folder: String
    /// Its name without date and running number.
    var name: String
  }

  let log: Log
  /// Whether a date stands in the folder, and not in the name alone.
  let isFolderDated: Bool
  /// Whether a date stands in the path at all.
  let isDated: Bool
  /// The date, from the year down to what the path tells, and the running number behind it.
  let date: [Int]
  /// The folder with `#` for its digits: folders of one tree have the same.
  let form: String

  /// - Parameters:
  ///   - begin: local time of the first line. Numbers that a folder or a name consists of are a date only where that is near it.
  ///   - folder: where relative paths begin.
  init(path: String, begin: Int64, in folder: FilePath) {
    let path = FilePath(path)
    let parts = (path.bytes.first == UInt8(ascii: "/") ? path : folder.appending(path)).bytes
      .split { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "!") }.filter { $0 != [UInt8(ascii: ".")] }.map(Array.init)
    var dated = DatedPath(parts, depth: 0)
    for depth in stride(from: DatedPath.deepest, through: 1, by: -1) {
      let attempt = DatedPath(parts, depth: depth)
      guard attempt.isDated, attempt.isNear(begin) else { continue }
      dated = attempt
      break
    }
    log = Log(folder: "/" + dated.folders.map(LogSeries.text).joined(separator: "/"), name: LogSeries.text(dated.name))
    isFolderDated = dated.isFolderDated
    isDated = dated.isDated
    date = dated.date + dated.running
    form = UnknownFile.family(parts.dropLast().map(LogSeries.text).joined(separator: "/"))
  }

  private static func text(_ bytes: [UInt8]) -> String { FilePath(bytes: bytes).description }
}
