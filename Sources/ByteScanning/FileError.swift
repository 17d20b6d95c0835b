internal import Glibc

/// What kept a source from being opened or read to its end.
public enum FileError: Error, Sendable, Equatable {
  /// The system did not open it.
  case cannotOpen(path: String, errno: Int32)
  /// The system failed in the middle of reading it.
  case readFailed(path: String, errno: Int32)
  /// It is a folder where a file is needed.
  case isDirectory(path: String)
  /// It is a device, a pipe or a socket.
  case notReadableKind(path: String)
  /// It lost bytes while it was read, as `copytruncate` rotation does.
  case shortened(path: String, expected: Int64, found: Int64)
  /// Compressed data stops before its end.
  case truncatedArchive(path: String)
  /// Compressed data is damaged.
  case corruptArchive(path: String, detail: String)
  /// It unpacks to much more than a log would.
  case bombSuspected(path: String, limit: String)
  /// An archive or compressed file lies too deep inside another one.
  case nestedArchive(path: String)
  /// It needs a password.
  case encryptedArchive(path: String)
  /// A packing that is recognised and not read.
  case unsupportedPacking(path: String, kind: String)
}

extension FileError: CustomStringConvertible {
  /// What happened, to what, and what can be done.
  public var description: String {
    switch self {
    case .cannotOpen(let path, let code):
      return "cannot open \(path): \(Self.reason(code))\(Self.advice(code))"
    case .readFailed(let path, let code):
      return "reading \(path) failed: \(Self.reason(code)); what was read before is kept, check the disk or mount"
    case .isDirectory(let path):
      return "\(path) is a folder, not a file"
    case .notReadableKind(let path):
      return "\(path) is a device, a pipe or a socket, not a log; name a file or a folder, "
        + "or read a pipe through standard input: port587 audit - < \(path)"
    case .shortened(let path, let expected, let found):
      return "\(path) shrank from \(expected) to \(found) bytes while it was read; what was read is kept, "
        + "name the rotated copy as well"
    case .truncatedArchive(let path):
      return "\(path) ends in the middle of its compressed data; what could be unpacked is kept, copy the file again"
    case .corruptArchive(let path, let detail):
      return "\(path) is damaged (\(detail)); what could be unpacked is kept, copy the file again"
    case .bombSuspected(let path, let limit):
      return "\(path) was not unpacked further: \(limit); if it is a real log, unpack it yourself and name the result"
    case .nestedArchive(let path):
      return "\(path) is an archive inside an archive; unpack the outer one and name the result"
    case .encryptedArchive(let path):
      return "\(path) is encrypted; decrypt it and name the result"
    case .unsupportedPacking(let path, let kind):
      return "\(path) is packed as \(kind), which is not read; unpack it and name the result"
    }
  }

  /// The system's own words for an error number.
  static func reason(_ code: Int32) -> String {
    switch code {
    case ENOENT: "no such file or folder"
    case EACCES, EPERM: "permission denied"
    case EMFILE, ENFILE: "too many open files"
    case ELOOP: "symbolic links lead in a circle"
    case ENAMETOOLONG: "the name is too long"
    case EIO: "input/output error"
    case ENOTDIR: "a part of the path is not a folder"
    case ELIBACC: "it is packed, and libarchive cannot be loaded"
    case ESTALE: "the file on the network mount is gone"
    default: "system error \(code)"
    }
  }

  private static func advice(_ code: Int32) -> String {
    switch code {
    case EACCES, EPERM: "; run as a user who may read it"
    case ENOENT: "; check the spelling"
    case ELIBACC: "; on Debian or Ubuntu run: apt-get install libarchive13"
    case EMFILE, ENFILE: "; raise the limit of open files (ulimit -n)"
    default: ""
    }
  }

  /// Whether it is about what is in the source: that could be opened, and may have given something before.
  public var isAfterOpening: Bool {
    switch self {
    case .cannotOpen, .isDirectory, .notReadableKind: false
    case .readFailed, .shortened, .truncatedArchive, .corruptArchive, .bombSuspected, .nestedArchive,
      .encryptedArchive, .unsupportedPacking:
      true
    }
  }

  /// Whether the packed bytes themselves are cut, broken or cannot be read.
  var isDamage: Bool {
    switch self {
    case .readFailed, .truncatedArchive, .corruptArchive: true
    case .cannotOpen, .isDirectory, .notReadableKind, .shortened, .bombSuspected, .nestedArchive, .encryptedArchive,
      .unsupportedPacking:
      false
    }
  }

  /// Whether the source is missing rather than unreadable.
  public var isMissing: Bool {
    if case .cannotOpen(_, let code) = self { return code == ENOENT || code == ENOTDIR }
    return false
  }
}
