import ByteScanning
import Foundation
import Glibc

/// Why the system did not let something be read or written, in words that fit behind the name of a file.
enum PlainReason {
  /// Of what was to be read.
  static func reading(_ error: any Error, of path: String) -> String {
    switch number(error as NSError) {
    case ENOENT, EACCES, EPERM: return "it does not exist or may not be read"
    case EISDIR: return "it is a folder"
    case let number?: return WriteFault(errno: number).description
    case nil:
      // Foundation has no word for it.
      let isFolder = (try? FileStatus(of: FilePath(path)))?.kind == .folder
      return isFolder ? "it is a folder" : error.localizedDescription
    }
  }

  /// Of what was to be made or written.
  static func writing(_ error: any Error) -> String {
    number(error as NSError).map { WriteFault(errno: $0).description } ?? error.localizedDescription
  }

  /// The system's number for it, which Foundation wraps at times and at times tells by a code of its own.
  private static func number(_ error: NSError) -> Int32? {
    if error.domain == NSPOSIXErrorDomain { return Int32(exactly: error.code) }
    if let inner = (error.userInfo[NSUnderlyingErrorKey] as? NSError).flatMap({ number($0) }) { return inner }
    guard error.domain == NSCocoaErrorDomain else { return nil }
    switch CocoaError.Code(rawValue: error.code) {
    case .fileNoSuchFile, .fileReadNoSuchFile: return ENOENT
    case .fileReadNoPermission, .fileWriteNoPermission: return EACCES
    case .fileWriteOutOfSpace: return ENOSPC
    case .fileWriteVolumeReadOnly: return EROFS
    case .fileWriteFileExists: return EEXIST
    default: return nil
    }
  }
}
